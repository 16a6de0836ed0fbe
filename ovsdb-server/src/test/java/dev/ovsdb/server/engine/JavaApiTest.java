package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.transact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.testing.CaughtLog;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.operation.Wait;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.VirtualTable.Change;
import dev.ovsdb.server.engine.settings.EngineLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The engine in the hands of code in the same process. */
class JavaApiTest {
    private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final Bench bench = new Bench();
    private final Database database = bench.handler.requireDatabase("A");
    private final Bench.Client client = bench.client();

    private static List<Operation> insertOne() {
        return List.of(Insert.into("T").uuid(ONE).set("n", 1).build());
    }

    @Test
    void aTransactionIsOneAsAClients() {
        client.ask(1, "monitor", "['A','m',{'T':{'columns':['n']}}]").news();

        CompletableFuture<TransactionOutcome> outcome = database.transact(insertOne());
        bench.run();

        assertThat(outcome.join().insertedUuid(0)).isEqualTo(ONE);
        assertThat(client.news()).containsExactly("update ['m',{'T':{'#1':{'new':{'n':1}}}}]");
    }

    @Test
    void figuresCountWhatIsThere() {
        String weak = "{'name':'W','tables':{'T':{'isRoot':true,'columns':{'n':{'type':'integer'},"
                + "'w':{'type':{'key':{'type':'uuid','refTable':'T','refType':'weak'},'min':0,'max':'unlimited'}}}}}}";
        Database weakly = bench.handler.addDatabase(new ScriptedStorage(DatabaseSchema.parse(Json.text(weak))));
        Bench.Client other = bench.client();
        other.ask(1, "monitor", "['W','m',{'T':{}}]");
        other.ask(
                2,
                "transact",
                "['W',{'op':'insert','table':'T','row':{'w':['named-uuid','a']},'uuid-name':'a'},"
                        + "{'op':'insert','table':'T','row':{'w':['set',[['named-uuid','a'],['named-uuid','b']]]},'uuid-name':'b'}]");
        other.ask(3, "transact", "['W'," + Bench.waitFor(5) + "]");

        DatabaseFigures figures = weakly.figures();
        assertThat(figures.rows()).isEqualTo(2);
        assertThat(figures.cells())
                .as("two columns, _uuid and _version of each row")
                .isEqualTo(8);
        assertThat(figures.weakReferences()).as("those to other rows").isEqualTo(1);
        assertThat(figures.historyTransactions()).isEqualTo(1);
        assertThat(figures.blockedTransactions()).isEqualTo(1);
        assertThat(figures.monitors()).isEqualTo(1);
        assertThat(figures.waitingSteps()).isZero();
    }

    @Test
    void aFailedTransactionIsAnOutcome() {
        bench.storage.writing = ScriptedStorage.Answer.REFUSED;

        CompletableFuture<TransactionOutcome> outcome = database.transact(insertOne());
        bench.run();

        assertThat(outcome.join().commitError()).isPresent();
    }

    @Test
    void aViewStaysAsItWasOpened() {
        client.send(transact(1, insert(1)));
        try (DatabaseView view = database.view()) {
            client.send(transact(2, "{'op':'delete','table':'T','where':[]}"), transact(3, insert(2)));

            List<Long> seen = new ArrayList<>();
            view.forEach("T", (uuid, row) -> seen.add(row.require("n").asLong()));
            assertThat(seen).containsExactly(1L);
            assertThat(view.find("T", ONE)).isPresent();
            try (DatabaseView later = database.view()) {
                assertThat(later.find("T", ONE)).isEmpty();
                assertThat(later.version()).isGreaterThan(view.version());
            }
        }
    }

    @Test
    void aViewThatHoldsBackTooMuchIsLoggedOnce() {
        Bench small = new Bench(DatabaseHandler.builder()
                .limits(EngineLimits.builder().supersededBytes(10_000).build()));
        Bench.Client writer = small.unprobedClient();
        writer.send(transact(1, "{'op':'insert','table':'T','row':{'s':'" + "x".repeat(5_000) + "'}}"));
        try (CaughtLog log = new CaughtLog()) {
            try (DatabaseView view = small.handler.requireDatabase("A").view()) {
                replace(small, writer, 'a');
                assertThat(log.lines("a view that is still open holds back"))
                        .as("half of what may be")
                        .isEmpty();
                for (char c = 'b'; c < 'h'; c++) {
                    replace(small, writer, c);
                }
                assertThat(log.lines("a view that is still open holds back")).hasSize(1);
                assertThat(log.lines("a view of A was opened here")).hasSize(1);
                assertThat(view.version()).isPositive();
            }
            replace(small, writer, 'i');
            DatabaseView closed = small.handler.requireDatabase("A").view();
            closed.close();
            for (char c = 'k'; c < 'p'; c++) {
                replace(small, writer, c);
            }
            assertThat(log.lines("a view that is still open holds back")).hasSize(1);
        }
        assertThat(writer.peer.isClosed()).isFalse();
    }

    /** Replaces the value of the row, and lets the next look at old values come. */
    private static void replace(Bench bench, Bench.Client writer, char c) {
        String value = String.valueOf(c).repeat(5_000);
        writer.send(transact(2, "{'op':'update','table':'T','where':[],'row':{'s':'" + value + "'}}"));
        bench.loops.loop.advance(Duration.ofSeconds(60));
        bench.run();
    }

    @Test
    void aTransactionThatWaitsFailsWhenTheDatabaseGoes() {
        CompletableFuture<TransactionOutcome> outcome = database.transact(List.of(Wait.on("T")
                .where(Condition.TRUE)
                .columns("n")
                .untilEqual(Row.builder().put("n", 1).build())
                .forEver()
                .build()));
        bench.run();
        assertThat(outcome).isNotDone();

        bench.handler.removeDatabase("A");
        bench.run();

        assertThatThrownBy(outcome::join)
                .hasCauseInstanceOf(DatabaseClosedException.class)
                .hasMessageContaining("database A is not served any more");
    }

    @Test
    void compactionIsDoneWhenTheStorageHasDoneIt() {
        bench.storage.compacting = new CompletableFuture<>();
        CompletableFuture<Void> compacted = database.compact();
        bench.run();
        assertThat(compacted).isNotDone();

        bench.storage.compacting.complete(null);
        bench.run();

        assertThat(compacted).isCompleted();
    }

    @Test
    void compactionFailsAsTheStorageDoes() {
        bench.storage.compacting = CompletableFuture.failedFuture(ScriptedStorage.FULL);

        CompletableFuture<Void> compacted = database.compact();
        bench.run();

        assertThatThrownBy(compacted::join).hasRootCause(ScriptedStorage.FULL);
    }

    @Test
    void aListenerHearsOfItsTablesOnly() {
        List<String> heard = new ArrayList<>();
        Database.Registration registration = database.onPublished(List.of("T"), () -> heard.add("T"));
        client.send(transact(1, "{'op':'insert','table':'U','row':{}}"));
        assertThat(heard).isEmpty();

        client.send(transact(2, insert(1)), transact(3, insert(2)));
        assertThat(heard).containsExactly("T");

        registration.close();
        client.send(transact(4, insert(3)));
        assertThat(heard).hasSize(1);
    }

    @Test
    void aRemovedDatabaseSaysSo() {
        bench.handler.removeDatabase("A");
        bench.run();

        CompletableFuture<TransactionOutcome> outcome = database.transact(insertOne());
        bench.run();

        assertThat(outcome).isCompletedExceptionally();
        assertThatThrownBy(outcome::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DatabaseClosedException.class);
        assertThatThrownBy(database::view).isInstanceOf(DatabaseClosedException.class);
    }

    @Test
    void convertTellsWhyItCannotBe() {
        client.send(transact(1, insert(1)));
        String schema = Bench.SCHEMA.replace(
                "'n':{'type':'integer'},'s'", "'n':{'type':{'key':{'type':'integer','minInteger':5}}},'s'");
        CompletableFuture<Void> converted = database.convert(DatabaseSchema.parse(Json.text(schema)));
        bench.run();

        assertThatThrownBy(converted::join)
                .hasCauseInstanceOf(RefusedException.class)
                .hasMessageContaining("minimum")
                .satisfies(e -> assertThat(
                                ((RefusedException) e.getCause()).error().tag())
                        .isEqualTo(ErrorTag.CONSTRAINT_VIOLATION));
    }

    @Nested
    class AVirtualTable {
        private final ScriptedStorage storage = new ScriptedStorage(Bench.schema("V"));
        private final Database database = bench.handler.addDatabase(storage, List.of("T"));
        private final VirtualTable table = database.virtualTable("T");
        private final Bench.Client client = bench.client();

        @Test
        void isMonitoredAsAnyOther() {
            client.ask(1, "monitor_cond", "['V','m',{'T':[{'columns':['n'],'where':[['n','>',1]]}]}]")
                    .news();

            CompletableFuture<Void> put = table.change(List.of(
                    Change.put(ONE, Row.builder().put("n", 1).build()),
                    Change.put(new UUID(0, 2), Row.builder().put("n", 2).build())));
            bench.run();
            assertThat(put).isCompleted();
            assertThat(client.news()).containsExactly("update2 ['m',{'T':{'#2':{'insert':{'n':2}}}}]");

            CompletableFuture<Void> replaced =
                    table.put(ONE, Row.builder().put("n", 3).build());
            CompletableFuture<Void> removed = table.remove(new UUID(0, 2));
            bench.run();
            assertThat(replaced).isCompleted();
            assertThat(removed).isCompleted();
            assertThat(client.news().toString()).contains("'#1':{'insert':{'n':3}}", "'#2':{'delete':null}");
        }

        @Test
        void isNeverStored() {
            table.put(ONE, Row.empty());
            bench.run();

            assertThat(storage.appended).isEmpty();
        }

        @Test
        void cannotBeWrittenByClients() {
            client.ask(1, "transact", "['V',{'op':'insert','table':'T','row':{'n':1}}]");

            assertThat(client.news()).hasSize(1).first().asString().contains("'not allowed'");
        }

        @Test
        void wakesWhoWaitsForItsRows() {
            client.ask(1, "transact", "['V'," + Bench.waitFor(1) + "]");

            table.put(ONE, Row.builder().put("n", 1).build());
            bench.run();

            assertThat(client.news()).containsExactly("1: [{}]");
        }

        @Test
        void isOneThatWasNamedAsSuch() {
            assertThat(table.name()).isEqualTo("T");
            assertThatThrownBy(() -> database.virtualTable("U")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bench.handler.addDatabase(new ScriptedStorage(Bench.schema("W")), List.of("X")))
                    .hasMessageContaining("X");
        }
    }
}
