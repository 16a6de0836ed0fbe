package dev.ovsdb.testkit.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.transaction.Ending;
import dev.ovsdb.idl.transaction.LeaderLatch;
import dev.ovsdb.idl.transaction.Mark;
import dev.ovsdb.idl.transaction.Settlement;
import dev.ovsdb.idl.transaction.Success;
import dev.ovsdb.idl.transaction.TransactionOptions;
import dev.ovsdb.idl.transaction.WritableRow;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Delete;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Mutate;
import dev.ovsdb.protocol.operation.Mutation;
import dev.ovsdb.protocol.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What transactions of a replica promise, whichever server they run on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TransactionSuite {
    private static final UUID CHOSEN = UUID.fromString("cccccccc-0000-4000-8000-000000000000");
    private IdlServer server;
    private Idl idl;

    abstract IdlServer start();

    @BeforeAll
    void startServer() {
        server = start();
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @BeforeEach
    void connect() {
        idl = server.replica();
        idl.transact(tx -> {
            tx.rows("Item").forEach(WritableRow::delete);
            tx.rows("Writer").forEach(WritableRow::delete);
        });
    }

    @AfterEach
    void disconnect() {
        idl.close();
    }

    private UUID item(String name, long count) {
        List<WritableRow> row = new ArrayList<>();
        Success success = idl.transact(
                        tx -> row.add(tx.insert("Item").set("name", name).set("count", count)))
                .requireSuccess();
        return success.uuid(row.get(0));
    }

    private void byAnother(Operation operation) {
        try (BlockingOvsdbClient another = server.client()) {
            another.transact("Stock", operation).requireSuccess();
        }
    }

    private void byAnother(UUID item, long count) {
        byAnother(Mutate.in("Item")
                .where(Condition.uuid(item))
                .mutation(Mutation.add("count", count))
                .build());
    }

    @Test
    void aSuccessShowsInTheReplica() {
        List<WritableRow> rows = new ArrayList<>();

        Ending ending = idl.transact(tx -> {
            WritableRow part = tx.insert("Part").set("label", "wheel").set("size", 0.1);
            WritableRow item = tx.insert("Item", CHOSEN)
                    .set("name", "cart")
                    .set("part", part)
                    .add("tags", "new")
                    .put("ids", "k", "v")
                    .increment("count", 3);
            rows.addAll(List.of(part, item));
            tx.comment("a cart");
        });

        Success success = ending.requireSuccess();
        assertThat(success.incremented(rows.get(1), "count")).isEqualTo(3);
        assertThat(success.uuid(rows.get(1))).isEqualTo(CHOSEN);
        var cart = idl.table("Item").index("name").find("cart").orElseThrow();
        assertThat(cart.uuid()).isEqualTo(CHOSEN);
        assertThat(cart.reference("part").orElseThrow().uuid()).isEqualTo(success.uuid(rows.get(0)));
        assertThat(cart.get("tags").asStrings()).containsExactly("new");
        assertThat(cart.get("ids").asStringMap()).containsEntry("k", "v");
    }

    @Test
    void partsAreChangedAndNumbersReadBackWhateverOthersDid() {
        UUID uuid = item("a", 1);
        List<WritableRow> rows = new ArrayList<>();
        AtomicInteger runs = new AtomicInteger();

        Ending ending = idl.transact(tx -> {
            if (runs.incrementAndGet() == 1) {
                byAnother(uuid, 10);
            }
            rows.add(tx.require("Item", uuid)
                    .add("tags", "x")
                    .remove("tags", "y")
                    .put("ids", "k", "v")
                    .removeKey("ids", "l")
                    .increment("count", 2));
        });

        assertThat(runs).hasValue(1);
        assertThat(ending.requireSuccess().incremented(rows.get(0), "count")).isEqualTo(13);
        idl.transact(tx -> tx.require("Item", uuid).put("ids", "k", "w").remove("tags", "x"))
                .requireSuccess();
        assertThat(idl.table("Item").require(uuid).get("ids").asStringMap())
                .containsEntry("k", "w")
                .hasSize(1);
        assertThat(idl.table("Item").require(uuid).get("tags").isEmpty()).isTrue();
    }

    @Test
    void realsAndNumbersThatNeedNotBeThereAreIncremented() {
        List<WritableRow> rows = new ArrayList<>();
        idl.transact(tx -> {
                    WritableRow part = tx.insert("Part").set("label", "wheel").set("size", 0.5);
                    rows.add(tx.insert("Item").set("name", "none").set("part", part));
                    rows.add(tx.insert("Item").set("name", "some").set("spare", 4));
                })
                .requireSuccess();
        rows.clear();

        Success success = idl.transact(tx -> {
                    WritableRow none = tx.find("Item", "name", "none").orElseThrow();
                    rows.add(none.increment("spare", 3));
                    rows.add(tx.find("Item", "name", "some").orElseThrow().increment("spare", 3));
                    rows.add(none.reference("part").orElseThrow().increment("size", 0.25));
                })
                .requireSuccess();

        assertThat(success.newValue(rows.get(0), "spare").isEmpty()).isTrue();
        assertThat(success.incremented(rows.get(1), "spare")).isEqualTo(7);
        assertThat(success.newValue(rows.get(2), "size")).isEqualTo(Datum.of(0.75));
    }

    @Test
    void rowsAreKeysAndValuesOfMaps() {
        idl.transact(tx -> {
                    WritableRow wheel = tx.insert("Part").set("label", "wheel");
                    WritableRow shaft = tx.insert("Part").set("label", "shaft");
                    tx.insert("Item")
                            .set("name", "cart")
                            .put("weights", wheel, Atom.of(0.5))
                            .put("weights", shaft, Atom.of(2.0))
                            .put("slots", Atom.of(1), wheel);
                })
                .requireSuccess();

        idl.transact(tx -> {
                    WritableRow cart = tx.find("Item", "name", "cart").orElseThrow();
                    WritableRow wheel = cart.findReferenceByKey("slots", Atom.of(1));
                    cart.removeKey("weights", Atom.of(wheel.uuid()))
                            .put("weights", tx.insert("Part").set("label", "seat"), Atom.of(1.0));
                })
                .requireSuccess();

        var cart = idl.table("Item").index("name").find("cart").orElseThrow();
        assertThat(cart.references("weights"))
                .extracting(part -> part.get("label").asString())
                .containsExactlyInAnyOrder("shaft", "seat");
        assertThat(cart.referencesByKey("slots").get(Atom.of(1)).get("label").asString())
                .isEqualTo("wheel");
    }

    @Test
    void aColumnThatWasReadAndChangedMeanwhileRunsTheFunctionAgain() {
        UUID uuid = item("a", 1);
        AtomicInteger runs = new AtomicInteger();

        Ending ending = idl.transact(tx -> {
            WritableRow row = tx.require("Item", uuid);
            long count = row.get("count").asLong();
            if (runs.incrementAndGet() == 1) {
                byAnother(uuid, 10);
            }
            row.set("count", count * 2);
        });

        assertThat(ending.requireSuccess().attempts()).isEqualTo(2);
        assertThat(idl.table("Item").require(uuid).get("count").asLong()).isEqualTo(22);
    }

    @Test
    void atAManualPaceTheWaitingThreadTakesInWhatTheFunctionRunsAgainFor() {
        UUID uuid = item("a", 1);
        AtomicInteger runs = new AtomicInteger();
        try (Idl manual = server.manualReplica()) {
            Ending ending = manual.transact(tx -> {
                WritableRow row = tx.require("Item", uuid);
                long count = row.get("count").asLong();
                if (runs.incrementAndGet() == 1) {
                    byAnother(uuid, 10);
                }
                row.set("count", count * 2);
            });

            assertThat(ending.requireSuccess().attempts()).isEqualTo(2);
            assertThat(manual.table("Item").require(uuid).get("count").asLong())
                    .as("its own change, before it is taken in")
                    .isEqualTo(11);
            assertThat(manual.run()).isTrue();
            assertThat(manual.table("Item").require(uuid).get("count").asLong()).isEqualTo(22);
        }
    }

    @Test
    void aRowThatIsGoneRunsTheFunctionAgain() {
        UUID uuid = item("a", 1);
        AtomicInteger runs = new AtomicInteger();

        Ending ending = idl.transact(tx -> {
            var row = tx.row("Item", uuid);
            if (runs.incrementAndGet() == 1) {
                byAnother(Delete.from("Item").where(Condition.uuid(uuid)).build());
            }
            row.ifPresent(there -> there.set("name", "b"));
        });

        assertThat(runs).hasValue(2);
        assertThat(ending).isEqualTo(new Ending.Unchanged());
    }

    @Test
    void anAbsenceCanBeVerified() {
        AtomicInteger runs = new AtomicInteger();

        Ending ending = idl.transact(tx -> {
            if (tx.find("Item", "name", "mine").isEmpty()) {
                tx.verifyNone("Item", Condition.equal("name", "mine"));
                if (runs.incrementAndGet() == 1) {
                    byAnother(Insert.into("Item").set("name", "mine").build());
                }
                tx.insert("Item").set("name", "mine");
            }
        });

        assertThat(ending).isEqualTo(new Ending.Unchanged());
        assertThat(idl.table("Item").index("name").all(Datum.of("mine"))).hasSize(1);
    }

    @Test
    void errorsTellTableAndColumn() {
        item("a", 1);

        Ending twice = idl.transact(tx -> tx.insert("Item").set("name", "a"));
        Ending tooMuch = idl.transact(tx -> tx.insert("Item").set("name", "b").set("count", 999_999));

        assertThat(twice).isInstanceOfSatisfying(Ending.Failed.class, failed -> {
            assertThat(failed.error().tag()).isEqualTo(ErrorTag.CONSTRAINT_VIOLATION);
            assertThat(failed.operation()).isEmpty();
            assertThat(failed.table()).hasValue("Item");
            assertThat(failed.column()).hasValue("name");
        });
        assertThat(tooMuch.isDone()).isTrue();
        Ending over =
                idl.transact(tx -> tx.find("Item", "name", "b").orElseThrow().increment("count", 5));
        assertThat(over).isInstanceOfSatisfying(Ending.Failed.class, failed -> {
            assertThat(failed.table()).hasValue("Item");
            assertThat(failed.column()).hasValue("count");
        });
        assertThatThrownBy(over::requireSuccess).hasMessageContaining("Item.count");
    }

    @Test
    void aDryRunChangesNothing() {
        UUID uuid = item("a", 1);

        Ending ending = idl.transact(tx -> {
            tx.require("Item", uuid).set("count", 7);
            tx.dryRun();
        });

        assertThat(ending).isEqualTo(new Ending.Aborted(true));
        assertThat(idl.table("Item").require(uuid).get("count").asLong()).isEqualTo(1);
    }

    @Test
    void onlyWhatChangesIsSentIfSoChosen() {
        UUID uuid = item("a", 1);
        AtomicInteger runs = new AtomicInteger();

        Ending ending = idl.transactor()
                .with(TransactionOptions.defaults().onlyChanged().durably())
                .transact(tx -> {
                    WritableRow row = tx.require("Item", uuid);
                    if (runs.incrementAndGet() == 1) {
                        byAnother(uuid, 4);
                    }
                    row.set("count", 1).set("name", "b");
                });

        assertThat(ending.requireSuccess().attempts())
                .isEqualTo(2); // That the count is left out depends on its being 1.
        assertThat(idl.table("Item").require(uuid).get("count").asLong()).isEqualTo(1);
    }

    @Test
    void aChosenUuidSettlesWhetherARowWasInserted() throws Exception {
        assertThat(settle(Mark.row("Item", CHOSEN))).isEqualTo(Settlement.NOT_COMMITTED);
        idl.transact(tx -> tx.insert("Item", CHOSEN).set("name", "a")).requireSuccess();

        assertThat(settle(Mark.row("Item", CHOSEN))).isEqualTo(Settlement.COMMITTED);
    }

    @Test
    void aTagSettlesAndBarsTheWayToALateRequest() throws Exception {
        UUID uuid = item("tagged", 1);
        Mark.Tag early = Mark.tag("Item", uuid, "name", "t1");
        Mark.Tag late = Mark.tag("Item", uuid, "name", "t2");

        idl.transact(tx -> tx.mark(early)).requireSuccess();
        assertThat(settle(early)).isEqualTo(Settlement.COMMITTED);

        AtomicInteger runs = new AtomicInteger();
        Ending barred = idl.transactor()
                .with(TransactionOptions.defaults().withAttempts(1))
                .transact(tx -> {
                    tx.mark(late);
                    runs.incrementAndGet();
                    assertThat(settle(late)).isEqualTo(Settlement.NOT_COMMITTED);
                });
        assertThat(barred).isEqualTo(new Ending.TryAgain(1, null));
        assertThat(runs).hasValue(1);
    }

    private Settlement settle(Mark mark) {
        try {
            return idl.transactor().settle(mark).get(IdlServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDeposedLeaderCannotCommit() throws Exception {
        UUID uuid = item("a", 1);
        try (Idl other = server.replica();
                LeaderLatch old = LeaderLatch.on(idl, "leader")) {
            old.elected().get(IdlServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(old.transact(tx -> tx.require("Item", uuid).set("count", 2))
                            .isDone())
                    .isTrue();

            Ending deposed = old.transact(tx -> {
                tx.require("Item", uuid).set("count", 3);
                other.client().blocking().steal("leader");
            });

            assertThat(deposed).isEqualTo(new Ending.NotLocked("leader"));
            assertThat(idl.table("Item").require(uuid).get("count").asLong()).isEqualTo(2);
        }
    }

    @Test
    void asynchronousOnesRunOnTheirExecutor() throws Exception {
        UUID uuid = item("a", 0);
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
        List<CompletableFuture<Ending>> all = new ArrayList<>();
        List<String> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(idl.transactAsync(executor, tx -> {
                threads.add(Thread.currentThread().getName());
                tx.require("Item", uuid).update("count", count -> Datum.of(count.asLong() + 1));
            }));
        }

        for (CompletableFuture<Ending> each : all) {
            each.get(IdlServer.PATIENCE.toSeconds(), TimeUnit.SECONDS).requireSuccess();
        }
        executor.shutdown();

        assertThat(idl.table("Item").require(uuid).get("count").asLong()).isEqualTo(20);
        assertThat(threads).containsOnly("mine").hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void severalReplicasIncreaseOneNumberWithoutLoss() throws Exception {
        int writers = 4;
        int times = 50;
        UUID uuid = item("a", 0);
        ExecutorService executor = Executors.newFixedThreadPool(writers);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            all.add(executor.submit(() -> {
                try (Idl mine = server.replica()) {
                    for (int n = 0; n < times; n++) {
                        mine.transact(tx ->
                                        tx.require("Item", uuid).update("count", count -> Datum.of(count.asLong() + 1)))
                                .requireSuccess();
                    }
                }
            }));
        }

        for (Future<?> each : all) {
            each.get(IdlServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        executor.shutdown();

        idl.transact(tx -> tx.require("Item", uuid).increment("count", 1)).requireSuccess();
        assertThat(idl.table("Item").require(uuid).get("count").asLong()).isEqualTo(writers * times + 1);
    }
}
