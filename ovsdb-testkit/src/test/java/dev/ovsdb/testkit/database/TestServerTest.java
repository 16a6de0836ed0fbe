package dev.ovsdb.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.protocol.Datum;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TestServerTest {
    private static final String OTHER =
            "{\"name\": \"Other\", \"tables\": {\"Note\": {\"columns\": {\"text\": {\"type\": \"string\"}}}}}";

    @Test
    void hasItsDatabasesUntilItIsClosed() {
        Path socket;
        try (TestServer server =
                TestServer.builder().schema(Town.schema()).schema(OTHER).start()) {
            socket = Path.of(server.remote().substring("unix:".length()));
            assertThat(server.databases()).extracting(TestDatabase::name).containsExactly("Town", "Other");
            try (var client = server.session().connectBlocking()) {
                assertThat(client.listDbs()).contains("Town", "Other");
            }
            assertThat(socket).exists();
        }
        assertThat(socket).doesNotExist();
        assertThat(Files.exists(socket.getParent())).isFalse();
    }

    @Test
    void standsAlone() {
        try (TestServer one = Town.server();
                TestServer other = Town.server()) {
            one.database().transact(Town.house("Mill Lane 4", 2)).requireSuccess();
            assertThat(one.database().rows("House")).hasSize(1);
            assertThat(other.database().rows("House")).isEmpty();
        }
    }

    @Test
    void namesTheDatabasesThatThereAre() {
        try (TestServer server =
                TestServer.builder().schema(Town.schema()).schema(OTHER).start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> server.database("Village"))
                    .withMessage("no database \"Village\" among [Town, Other]");
            assertThatIllegalStateException().isThrownBy(server::database).withMessageContaining("[Town, Other]");
        }
    }

    @Nested
    class Hears {
        @Test
        void everySessionButItsOwn() {
            try (TestServer server = Town.server()) {
                try (var client = OvsdbClient.builder().remotes(server.remote()).connectBlocking()) {
                    client.transact("Town", Town.house("Mill Lane 4", 2)).requireSuccess();
                }
                server.database().transact(Town.house("Mill Lane 5", 1)).requireSuccess();
                String said = String.join("\n", server.conversation().messages());
                assertThat(said)
                        .containsPattern("(?m)^session 1 --> \\{.*\"method\":\"transact\".*Mill Lane 4.*")
                        .containsPattern("(?m)^session 1 <-- \\{.*\"result\":\\[\\{\"uuid\".*")
                        .doesNotContain("Mill Lane 5");
                assertThat(said.indexOf("Mill Lane 4")).isLessThan(said.indexOf("\"result\":[{\"uuid\""));
            }
        }

        @Test
        void forADumpOfContentsAndConversation() {
            try (TestServer server = Town.server()) {
                server.database().transact(Town.house("Mill Lane 4", 2)).requireSuccess();
                assertThat(server.dump())
                        .contains("Database Town:", "House (1 row)", "\"Mill Lane 4\"", "Without rows: Person")
                        .contains("No session was heard.");
            }
        }
    }

    @Test
    void thatIsGoneSaysSoInItsDump() {
        TestServer server = Town.server();
        server.close();
        assertThat(server.dump()).contains("Database Town cannot be read: ");
    }

    @Nested
    class Rows {
        @Test
        void areSownInOrder() {
            TestServerBuilder builder = TestServer.builder()
                    .schemaOf(Town.class)
                    .rows(Town.house("Mill Lane 4", 2))
                    .rows(
                            "[{\"op\": \"mutate\", \"table\": \"House\", \"where\": [], \"mutations\": [[\"floors\", \"+=\", 1]]}]")
                    .rows(tx -> tx.insert("House").set("address", "Mill Lane 5").set("floors", 9))
                    .rowsIn("Town", Town.house("Mill Lane 6", 1))
                    .rows("[]");
            try (TestServer server = builder.start()) {
                assertThat(server.database().rows("House"))
                        .extracting(row -> row.require("floors"))
                        .containsExactlyInAnyOrder(Datum.of(3), Datum.of(9), Datum.of(1));
            }
        }

        @Test
        void thatTheSchemaRefusesAreNamed() {
            refuses(TestServer.builder().rows(Town.house("Mill Lane 4", 99)), "House.floors", "99");
            refuses(
                    TestServer.builder().rows("[{\"op\": \"insert\", \"table\": \"Hut\", \"row\": {}}]"),
                    "the rows for the test",
                    "Hut",
                    "House");
            refuses(
                    TestServer.builder()
                            .rows("[{\"op\": \"insert\", \"table\": \"House\", \"row\": {\"floors\": \"two\"}}]"),
                    "the rows for the test: operation 0, insert into House, column floors: ",
                    "integer",
                    "\"two\"");
            refuses(TestServer.builder().rows("[{\"op\": \"insert\""), "the rows for the test", "offset");
            refuses(TestServer.builder().rows("[\"Village\"]"), "no database \"Village\" among [Town]");
            refuses(TestServer.builder().rows(tx -> tx.insert("House").set("floors", 99)), "99");
        }

        @Test
        void thatTheServerRefusesAreNamed() {
            refuses(
                    TestServer.builder().rows(Town.house("Mill Lane 4", 1), Town.house("Mill Lane 4", 2)),
                    "database Town",
                    "constraint violation",
                    "address");
        }

        private void refuses(TestServerBuilder builder, String... words) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.schema(Town.schema()).start().close())
                    .satisfies(e -> assertThat(e.getMessage()).contains(words));
        }
    }

    @Nested
    class BadInput {
        @Test
        void resourcesThatAreMissingAreNamedWithTheirPlaces() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestServer.builder().schemaResource(Town.class, "village.ovsschema"))
                    .withMessage(
                            "no resource \"village.ovsschema\" for dev.ovsdb.testkit.database.Town: looked on the class path"
                                    + " for dev/ovsdb/testkit/database/village.ovsschema and for village.ovsschema");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestServer.builder().rowsResource(Town.class, "/village.json"))
                    .withMessage(
                            "no resource \"/village.json\" for dev.ovsdb.testkit.database.Town: looked on the class path"
                                    + " for village.json");
        }

        @Test
        void textThatIsNoSchemaIsRefusedWithTheReason() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestServer.builder().schema("{\"name\": \"Town\"}"))
                    .withMessageContainingAll("the schema is no database schema", "tables");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestServer.builder().schemaResource(Town.class, "/idl/follow.py"))
                    .withMessageContaining("/idl/follow.py is no database schema");
        }

        @Test
        void classesWithoutSchemaAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestServer.builder().schemaOf(String.class))
                    .withMessageContainingAll("java.lang.String", "schema()");
        }

        @Test
        void aServerNeedsDatabasesOfDifferentNames() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> TestServer.builder().start());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestServer.builder()
                            .schema(Town.schema())
                            .schema(Town.schema())
                            .start())
                    .withMessageContaining("[Town, Town]");
        }
    }
}
