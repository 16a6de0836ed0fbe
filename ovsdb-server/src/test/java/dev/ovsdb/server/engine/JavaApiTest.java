package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.transact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.VirtualTable.Change;
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
        assertThat(database.figures().rows()).isEqualTo(1);
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
        }
        try (DatabaseView view = database.view()) {
            assertThat(view.find("T", ONE)).isEmpty();
        }
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
                .hasMessageContaining("minimum");
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

            table.put(ONE, Row.builder().put("n", 3).build());
            table.remove(new UUID(0, 2));
            bench.run();
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
            assertThatThrownBy(() -> database.virtualTable("U")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bench.handler.addDatabase(new ScriptedStorage(Bench.schema("W")), List.of("X")))
                    .hasMessageContaining("X");
        }
    }
}
