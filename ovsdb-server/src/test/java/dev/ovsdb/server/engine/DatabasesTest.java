package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.select;
import static dev.ovsdb.server.engine.Bench.transact;
import static dev.ovsdb.server.engine.Bench.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.server.storage.MemoryStorage;
import dev.ovsdb.server.storage.StorageException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Databases come, change and go while sessions use them. */
class DatabasesTest {
    private static final String AWARE = request(100, "set_db_change_aware", "[true]");
    private static final String WATCH_SERVER =
            request(101, "monitor_cond", "['_Server','s',{'Database':[{'columns':['name']}]}]");

    private final Bench bench = new Bench();
    private final Bench.Client aware = bench.client();
    private final Bench.Client unaware = bench.client();

    private static String newSchema(String column) {
        return "{'name':'A','version':'2.0.0','tables':{'T':{'columns':{'" + column + "':{'type':'integer'}}}}}";
    }

    @Nested
    class WhenOneIsAdded {
        @Test
        void onlySessionsThatKnowOfThatStay() {
            aware.send(AWARE, WATCH_SERVER).news();
            unaware.ask(1, "list_dbs", "[]");

            bench.handler.addDatabase(new MemoryStorage(Bench.schema("B")));
            bench.run();

            assertThat(unaware.peer.isClosed()).isTrue();
            assertThat(aware.news()).hasSize(1).first().asString().contains("update2", "'insert':{'name':'B'}");
            aware.ask(2, "transact", "['B'," + insert(1) + "]");
            assertThat(aware.news()).containsExactly("2: [{'uuid':['uuid','#1']}]");
        }

        @Test
        void aNameThatIsTakenIsRefused() {
            assertThatThrownBy(() -> bench.handler.addDatabase(new MemoryStorage(Bench.schema("A"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("A");
            assertThatThrownBy(() -> bench.handler.addDatabase(new MemoryStorage(Bench.schema("_Server"))))
                    .isInstanceOf(RuntimeException.class);
            assertThat(unaware.peer.isClosed()).isFalse();
        }
    }

    @Nested
    class WhenOneIsRemoved {
        @Test
        void itsMonitorsAndWaitsAreCanceled() {
            aware.send(AWARE, WATCH_SERVER, request(1, "monitor", "['A','m',{'T':{}}]"), transact(2, waitFor(1)))
                    .news();

            CompletableFuture<Boolean> removed = bench.handler.removeDatabase("A");
            bench.run();

            assertThat(removed).isCompletedWithValue(true);
            assertThat(bench.storage.closed).isTrue();
            assertThat(unaware.peer.isClosed()).isTrue();
            assertThat(aware.news())
                    .satisfiesExactly(
                            first -> assertThat(first).isEqualTo("monitor_canceled ['m']"),
                            second -> assertThat(second).isEqualTo("2 failed: 'canceled'"),
                            third -> assertThat(third).contains("update2", "'delete':null"));
            aware.send(transact(3, select()));
            assertThat(aware.news()).hasSize(1).first().asString().contains("unknown database A");
        }

        @Test
        void oneThatIsNotThereIsNotRemoved() {
            assertThat(bench.handler.removeDatabase("B")).isCompletedWithValue(false);
        }

        @Test
        void whatWasNotStoredFails() {
            bench.storage.writing = ScriptedStorage.Answer.LATER;
            aware.send(AWARE, transact(1, insert(1)));

            bench.handler.removeDatabase("A");
            bench.run();

            assertThat(aware.news())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("1: [")
                    .contains("canceled");
        }
    }

    @Nested
    class WhenOneIsConverted {
        @Test
        void everySessionHearsOfItInItsWay() {
            aware.send(AWARE, request(1, "monitor", "['A','m',{'T':{}}]"), transact(2, waitFor(1)));
            unaware.send(transact(1, insert(2)));
            aware.news();

            Bench.Client converter = bench.client();
            converter.ask(1, "convert", "['A'," + newSchema("n") + "]");

            assertThat(converter.news()).containsExactly("1: {}");
            assertThat(converter.peer.isClosed()).isTrue();
            assertThat(unaware.peer.isClosed()).isTrue();
            assertThat(aware.news()).containsExactly("monitor_canceled ['m']", "2 failed: 'canceled'");
            aware.send(transact(3, select()), request(4, "get_schema", "['A']"));
            assertThat(aware.news())
                    .containsExactly(
                            "3: [{'rows':[{'n':2}]}]",
                            "4: {'name':'A','tables':{'T':{'columns':{'n':{'type':'integer'}}}},'version':'2.0.0'}");
            assertThat(bench.storage.replacements)
                    .extracting(schema -> schema.version().orElseThrow().toString())
                    .containsExactly("2.0.0");
        }

        @Test
        void theCallerHearsItsOwnAnswerBeforeWhatItAskedBehind() {
            aware.send(AWARE).news();
            bench.storage.replacing = new CompletableFuture<>();
            aware.send(request(1, "convert", "['A'," + newSchema("n") + "]"), request(2, "list_dbs", "[]"));
            assertThat(aware.news()).isEmpty();

            bench.loops.loop.run(() -> bench.storage.tell(listener -> bench.storage.replacing.complete(null)));
            bench.run();

            assertThat(aware.news()).containsExactly("1: {}", "2: ['A','_Server']");
        }

        @Test
        void requestsForItWaitAndAreReadByTheNewSchema() {
            aware.send(AWARE).news();
            bench.storage.replacing = new CompletableFuture<>();
            aware.ask(1, "convert", "['A'," + newSchema("k") + "]");
            Bench.Client other = bench.client();
            other.send(
                    AWARE, transact(1, "{'op':'insert','table':'T','row':{'k':1}}"), request(2, "get_server_id", "[]"));
            assertThat(other.news()).hasSize(1);
            Bench.Client third = bench.client();
            third.ask(1, "transact", "['_Server',{'op':'select','table':'Database','where':[],'columns':['name']}]");
            assertThat(third.news()).hasSize(1);

            bench.storage.tell(listener -> bench.storage.replacing.complete(null));
            bench.run();

            assertThat(other.news())
                    .satisfiesExactly(
                            inserted -> assertThat(inserted).startsWith("1: [{'uuid':"),
                            id -> assertThat(id).startsWith("2: "));
        }

        @Test
        void contentsThatDoNotFitAreKeptAsTheyWere() {
            aware.send(AWARE, transact(1, insert(1)), request(2, "monitor", "['A','m',{'T':{}}]"))
                    .news();

            aware.ask(
                    3,
                    "convert",
                    "['A'," + newSchema("n").replace("'integer'", "{'key':{'type':'integer','minInteger':2}}") + "]");
            aware.send(transact(4, select()));

            assertThat(aware.news())
                    .satisfiesExactly(
                            refused ->
                                    assertThat(refused).startsWith("3 failed: ").contains("constraint violation"),
                            rows -> assertThat(rows).isEqualTo("4: [{'rows':[{'n':1}]}]"));
        }

        @Test
        void aStorageThatCannotIsToldOf() {
            aware.send(AWARE).news();
            bench.storage.replacing = CompletableFuture.failedFuture(
                    new StorageException("a: write failed", "No space left on device", null));

            aware.ask(1, "convert", "['A'," + newSchema("n") + "]");
            aware.send(transact(2, select()));

            assertThat(aware.news())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("1 failed: ")
                    .contains("No space left");
        }

        @Test
        void itWaitsForWhatIsNotPublished() {
            bench.storage.writing = ScriptedStorage.Answer.LATER;
            aware.send(AWARE, transact(1, insert(1)), request(2, "convert", "['A'," + newSchema("n") + "]"));
            assertThat(aware.news()).hasSize(1);

            bench.storage.tell(listener -> listener.accepted(bench.storage.last()));
            bench.run();

            assertThat(aware.news()).containsExactly("1: [{'uuid':['uuid','#1']}]", "2: {}");
        }

        @Test
        void theServersOwnMayNotBe() {
            aware.ask(1, "convert", "['_Server',{'name':'_Server','tables':{}}]");

            assertThat(aware.news()).hasSize(1).first().asString().contains("'not allowed'");
            assertThat(aware.peer.isClosed()).isFalse();
        }
    }

    @Nested
    class TheServersOwn {
        @Test
        void tellsOfAllDatabases() {
            aware.ask(
                    1,
                    "transact",
                    "['_Server',{'op':'select','table':'Database','where':[],'columns':['name','model','connected','leader']}]");

            assertThat(aware.news())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("'name':'A'", "'name':'_Server'", "standalone");
        }

        @Test
        void cannotBeWritten() {
            aware.ask(1, "transact", "['_Server',{'op':'delete','table':'Database','where':[]}]");

            assertThat(aware.news()).hasSize(1).first().asString().contains("'not allowed'");
        }
    }
}
