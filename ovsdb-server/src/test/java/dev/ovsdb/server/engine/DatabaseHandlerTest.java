package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.transact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.storage.MemoryStorage;
import dev.ovsdb.server.storage.StorageListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A handler: the databases it has, and how it begins and ends. */
class DatabaseHandlerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bench bench = new Bench();

    @Test
    void namesItsDatabasesInTheirOrder() {
        bench.handler.addDatabase(new MemoryStorage(Bench.schema("C")));
        Database added = bench.handler.addDatabase(new MemoryStorage(Bench.schema("B")));

        assertThat(bench.handler.databases()).extracting(Database::name).containsExactly("A", "B", "C");
        assertThat(bench.handler.database("B")).containsSame(added);
        assertThat(bench.handler.schemas())
                .extracting(DatabaseSchema::name)
                .containsExactlyInAnyOrder("A", "B", "C", "_Server");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.handler.requireDatabase("D"))
                .withMessage("no database D, only [A, B, C]");
    }

    @Test
    void tellsTheIdThatClientsAreTold() {
        Bench.Client client = bench.client().ask(1, "get_server_id", "[]");

        assertThat(client.news()).containsExactly("1: '" + bench.handler.serverId() + "'");
    }

    @Test
    void asksItsAuthoriserBeforeARowIsChanged() {
        List<String> asked = new ArrayList<>();
        Bench guarded = new Bench(DatabaseHandler.builder().authoriser((who, access) -> !asked.add(who.address())));

        Bench.Client client = guarded.client().send(transact(1, insert(1)));

        assertThat(client.news()).singleElement().asString().contains("permission error");
        assertThat(asked).hasSize(1);
    }

    @Test
    void showsWhatBecomesOfAStorage() {
        Bench.Client client = bench.client();
        client.ask(1, "monitor", "['_Server','s',{'Database':{'columns':['index']}}]")
                .news();

        bench.storage.index = OptionalLong.of(7);
        bench.storage.tell(StorageListener::statusChanged);
        bench.run();
        assertThat(client.news()).singleElement().asString().contains("'new':{'index':7}");

        bench.storage.tell(StorageListener::statusChanged);
        bench.run();
        assertThat(client.news()).as("nothing changed").isEmpty();
    }

    @Test
    void aStorageThatIsNotServedAnyMoreIsNotShownAgain() {
        Bench.Client client = bench.client();
        client.send(request(1, "set_db_change_aware", "[true]"));
        client.ask(2, "monitor", "['_Server','s',{'Database':{'columns':['name']}}]")
                .news();

        bench.handler.removeDatabase("A");
        bench.storage.tell(StorageListener::statusChanged);
        bench.run();

        assertThat(client.news()).singleElement().asString().contains("'old':{'name':'A'}");
    }

    @Test
    void aStorageThatIsRefusedIsClosed() {
        for (String name : new String[] {"A", "_Server", "_Mine"}) {
            ScriptedStorage storage = new ScriptedStorage(Bench.schema(name));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bench.handler.addDatabase(storage))
                    .withMessage("scripted: there is a database of the name " + name + " already");
            assertThat(storage.closed).isTrue();
        }
    }

    @Nested
    class WithThreadsOfItsOwn {
        @Test
        void closesEveryStorageBeforeItIsClosed() {
            ScriptedStorage first = new ScriptedStorage(Bench.schema("A"));
            ScriptedStorage second = new ScriptedStorage(Bench.schema("B"));
            DatabaseHandler handler =
                    DatabaseHandler.builder().database(first).database(second).build();
            assertThat(handler.databases()).hasSize(2);

            handler.close();

            assertThat(first.closed).isTrue();
            assertThat(second.closed).isTrue();
            assertThat(handler.databases()).isEmpty();
        }

        @Test
        void leavesNoStorageOpenIfOneCannotBeServed() {
            ScriptedStorage first = new ScriptedStorage(Bench.schema("A"));
            ScriptedStorage second = new ScriptedStorage(Bench.schema("A"));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DatabaseHandler.builder()
                            .database(first)
                            .database(second)
                            .build())
                    .withMessageContaining("the name A already");
            assertThat(first.closed).isTrue();
            assertThat(second.closed).isTrue();
        }

        @Test
        void answersLongSelectsToo() {
            DatabaseHandler handler = DatabaseHandler.builder()
                    .database(DatabaseSchema.parse(Json.text(Bench.SCHEMA)))
                    .build();
            Database database = handler.requireDatabase("A");
            List<Operation> inserts = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                inserts.add(Insert.into("T").set("n", i).build());
            }
            assertThat(database.transact(inserts)).succeedsWithin(PATIENCE);

            List<Operation> select = List.of(Select.from("T").everyRow().build());
            assertThat(database.transact(select))
                    .succeedsWithin(PATIENCE)
                    .satisfies(outcome -> assertThat(outcome.toString()).contains("2999"));
            handler.close();
        }
    }
}
