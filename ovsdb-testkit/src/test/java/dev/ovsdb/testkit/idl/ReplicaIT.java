package dev.ovsdb.testkit.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.ConditionChange;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.IdlState.Phase;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.View;
import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.Tracker;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Delete;
import dev.ovsdb.protocol.operation.Function;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Update;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A replica of a database of ours, and of one of the reference server's. */
@RequiresPeer({"ovsdb-server", "ovsdb-tool"})
class ReplicaIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Interest ALL = Interest.everything("Sample");

    private static Operation insert(String name) {
        return Insert.into("Item").set("name", Datum.of(name)).build();
    }

    private static Operation rename(String from, String to) {
        return Update.in("Item")
                .where(Condition.of("name", Function.EQUAL, Datum.of(from)))
                .set("name", Datum.of(to))
                .build();
    }

    private static Operation delete(String name) {
        return Delete.from("Item")
                .where(Condition.of("name", Function.EQUAL, Datum.of(name)))
                .build();
    }

    private static List<String> names(Replica replica) {
        return replica.table("Item").stream()
                .map(row -> row.get("name").toString().replace("\"", ""))
                .sorted()
                .toList();
    }

    private static Predicate<Replica> holds(String... names) {
        return replica -> names(replica).equals(List.of(names));
    }

    private static void await(Idl idl, Predicate<Replica> condition) {
        assertThat(idl.await(condition, PATIENCE)).as("state %s", idl.state()).isTrue();
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static String line(Changes changes) {
        return changes.kind() + " "
                + changes.rows().stream()
                        .map(change -> change.kind() + " " + change.row().get("name"))
                        .sorted()
                        .toList();
    }

    private static String next(BlockingQueue<String> told) throws InterruptedException {
        String line = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return line == null ? "nothing within " + PATIENCE : line;
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheContentsAndFollowsThem(TwoDatabases.Kind kind) throws Exception {
        try (TwoDatabases server = kind.start();
                BlockingOvsdbClient writer = server.writer()) {
            writer.transact(
                            "Sample",
                            Insert.into("Part")
                                    .uuidName("p")
                                    .set("label", Datum.of("wheel"))
                                    .build(),
                            Insert.into("Item")
                                    .set("name", Datum.of("car"))
                                    .set("parts", Datum.of(new Atom.NamedUuidAtom("p")))
                                    .build())
                    .requireSuccess();
            try (Idl idl = Idl.of(ALL).connect(server.session())) {
                BlockingQueue<String> told = new LinkedBlockingQueue<>();
                idl.listen("Item", Runnable::run, changes -> told.add(line(changes)));
                get(idl.live());
                IdlRow car = idl.table("Item").index("name").find("car").orElseThrow();
                IdlRow wheel = car.references("parts").get(0);
                assertThat(wheel.get("label")).isEqualTo(Datum.of("wheel"));
                assertThat(wheel.referrers()).containsExactly(car);

                try (View before = idl.view()) {
                    CompletableFuture<IdlRow> renamed = idl.whenColumn("Item", car.uuid(), "name", Datum.of("bus"));
                    writer.transact("Sample", rename("car", "bus"), insert("van"))
                            .requireSuccess();
                    get(renamed);
                    writer.transact("Sample", delete("bus")).requireSuccess();
                    await(idl, holds("van"));
                    assertThat(idl.table("Part").size()).isZero(); // Nobody refers to it any more.
                    assertThat(names(before)).containsExactly("car");
                    assertThat(before.table("Part").size()).isOne();
                }
                assertThat(next(told)).isEqualTo("INITIAL [INSERTED \"car\"]");
                assertThat(next(told)).isEqualTo("UPDATE [INSERTED \"van\", MODIFIED \"bus\"]");
                assertThat(next(told)).isEqualTo("UPDATE [DELETED \"bus\"]");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsRealDifferencesAfterAReconnect(TwoDatabases.Kind kind) throws Exception {
        try (TwoDatabases server = kind.start();
                BlockingOvsdbClient writer = server.writer();
                Idl idl = Idl.of(ALL).connect(server.session())) {
            writer.transact("Sample", insert("a"), insert("b")).requireSuccess();
            await(idl, holds("a", "b"));
            IdlRow a = idl.table("Item").index("name").find("a").orElseThrow();
            BlockingQueue<String> told = new LinkedBlockingQueue<>();
            idl.listen(Runnable::run, changes -> told.add(line(changes)));
            assertThat(next(told)).startsWith("INITIAL");

            idl.forceReconnect();
            writer.transact("Sample", insert("c"), delete("b")).requireSuccess();
            await(idl, holds("a", "c"));
            if (server.remembers()) {
                assertThat(told).allMatch(line -> line.startsWith("UPDATE"));
            } else {
                String line = next(told);
                assertThat(line.startsWith("RESYNC") ? line : next(told)).startsWith("RESYNC");
            }

            assertThat(idl.table("Item").require(a.uuid()).values()).isSameAs(a.values());
            writer.transact("Sample", rename("a", "d")).requireSuccess();
            await(idl, holds("c", "d"));
            assertThat(idl.state().isLive()).isTrue();
        }
    }

    @Test
    void readsEverythingAnewFromAServerThatWasRestarted() throws Exception {
        try (TwoDatabases.Reference server = new TwoDatabases.Reference();
                Idl idl = Idl.of(ALL).connect(server.session())) {
            try (BlockingOvsdbClient writer = server.writer()) {
                writer.transact("Sample", insert("a"), insert("b")).requireSuccess();
            }
            await(idl, holds("a", "b"));
            BlockingQueue<String> told = new LinkedBlockingQueue<>();
            idl.listen(Runnable::run, changes -> told.add(line(changes)));
            assertThat(next(told)).startsWith("INITIAL");

            server.server().kill();
            server.server().restart();

            assertThat(next(told)).isEqualTo("RESYNC []");
            assertThat(idl.state().isLive()).isTrue();
            try (BlockingOvsdbClient writer = server.writer()) {
                writer.transact("Sample", insert("c")).requireSuccess();
            }
            assertThat(next(told)).isEqualTo("UPDATE [INSERTED \"c\"]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesConditionsWhileItRuns(TwoDatabases.Kind kind) throws Exception {
        try (TwoDatabases server = kind.start();
                BlockingOvsdbClient writer = server.writer();
                Idl idl = Idl.of(ALL).connect(server.session())) {
            writer.transact("Sample", insert("a"), insert("b"), insert("c")).requireSuccess();
            ConditionChange early = idl.setConditions(only("a"));
            get(early.applied());
            assertThat(names(idl)).containsExactly("a");

            ConditionChange later = idl.setConditions(only("b"));
            get(later.applied());
            assertThat(names(idl)).containsExactly("b");
            assertThat(idl.conditionSequence()).isEqualTo(later.sequence());

            idl.forceReconnect();
            writer.transact("Sample", rename("c", "d")).requireSuccess();
            writer.transact("Sample", rename("a", "e"), delete("b"), insert("b"))
                    .requireSuccess();
            await(idl, holds("b"));

            get(idl.setConditions(MonitorConditions.of("Item")).applied());
            assertThat(names(idl)).containsExactly("b", "d", "e");
        }
    }

    private static MonitorConditions only(String name) {
        return MonitorConditions.of("Item", Condition.of("name", Function.EQUAL, Datum.of(name)));
    }

    @ParameterizedTest
    @EnumSource
    void followsConversions(TwoDatabases.Kind kind) throws Exception {
        try (TwoDatabases server = kind.start();
                BlockingOvsdbClient writer = server.writer();
                Idl all = Idl.of(ALL).connect(server.session());
                Idl some = Idl.of(Interest.of("Sample")
                                .table("Item", "name", "size", "colour")
                                .build())
                        .connect(server.session())) {
            writer.transact("Sample", insert("a")).requireSuccess();
            await(all, holds("a"));
            await(some, holds("a"));
            assertThat(some.hasColumn("Item", "colour")).isFalse();

            String coloured = TwoDatabases.SAMPLE
                    .replace(
                            "\"size\": {\"type\": {\"key\": \"real\", \"min\": 0}},",
                            "\"colour\": {\"type\": \"string\"},")
                    .replace("1.0.0", "1.1.0");
            writer.convert("Sample", DatabaseSchema.parse(coloured));
            writer.transact(
                            "Sample",
                            Insert.into("Item")
                                    .set("name", Datum.of("b"))
                                    .set("colour", Datum.of("red"))
                                    .build())
                    .requireSuccess();

            for (Idl idl : List.of(all, some)) {
                await(idl, holds("a", "b"));
                await(idl, replica -> replica.hasColumn("Item", "colour"));
                await(
                        idl,
                        replica -> replica.table("Item")
                                .index("name")
                                .find("b")
                                .map(row -> row.get("colour").equals(Datum.of("red")))
                                .orElse(false));
                assertThat(idl.state().phase()).isEqualTo(Phase.LIVE);
                assertThat(idl.hasColumn("Item", "size")).isFalse();
            }
            assertThat(some.table("Item")
                            .index("name")
                            .find("a")
                            .orElseThrow()
                            .get("size")
                            .isEmpty())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingBeforeItIsToldTo(TwoDatabases.Kind kind) throws Exception {
        try (TwoDatabases server = kind.start();
                BlockingOvsdbClient writer = server.writer();
                Idl idl = Idl.of(ALL).manual().connect(server.session());
                Tracker tracker = idl.track("Item")) {
            await(idl, replica -> true); // Takes in what arrives.
            assertThat(idl.state().isLive()).isTrue();
            long sequence = idl.sequence();
            tracker.look();
            try (Idl other = Idl.of(ALL).connect(server.session())) {
                writer.transact("Sample", insert("a")).requireSuccess();
                writer.transact("Sample", rename("a", "b")).requireSuccess();
                await(other, holds("b"));
            }
            assertThat(idl.sequence()).isEqualTo(sequence);
            assertThat(tracker.look()).isEmpty();

            await(idl, holds("b"));

            assertThat(idl.sequence()).isGreaterThan(sequence);
            assertThat(line(tracker.look().orElseThrow())).isEqualTo("UPDATE [INSERTED \"b\"]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsSeveralDatabasesOnOneSession(TwoDatabases.Kind kind) throws Exception {
        try (TwoDatabases server = kind.start();
                OvsdbClient session = server.session().start()) {
            Idl sample = Idl.of(ALL).on(session);
            Idl other = Idl.of(Interest.everything("Other")).on(session);
            get(sample.live());
            get(other.live());

            get(session.transact("Sample", insert("a"))).requireSuccess();
            get(session.transact(
                            "Other",
                            Insert.into("Note").set("text", Datum.of("n")).build()))
                    .requireSuccess();
            assertThat(names(sample)).containsExactly("a"); // An own change comes before the answer to it.
            assertThat(other.table("Note").size()).isOne();

            sample.close();
            get(session.transact("Other", Delete.from("Note").everyRow().build()))
                    .requireSuccess();
            assertThat(other.table("Note").size()).isZero();
            assertThat(other.state().isLive()).isTrue();
            other.close();
            assertThat(get(session.listDbs())).contains("Sample", "Other");
        }
    }
}
