package dev.ovsdb.testkit.junit;

import static dev.ovsdb.testkit.assertion.OvsdbAssertions.assertThat;
import static dev.ovsdb.testkit.database.ServerKind.EMBEDDED;
import static dev.ovsdb.testkit.database.ServerKind.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.testkit.database.TestDatabase;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.Town;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What happens to tests that fail, by running such. The classes within are run here and nowhere else. */
class OvsdbExtensionTest {
    private static Events run(Class<?> tests, Map<String, String> configuration) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameters(configuration)
                .execute()
                .allEvents();
    }

    private static Throwable failure(Class<?> tests) {
        return run(tests, Map.of())
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @OvsdbTest(schema = "town.ovsschema", rows = "mill-lane.json")
    static class Failing {
        @Test
        void fails(BlockingOvsdbClient client, TestDatabase town) {
            client.transact("Town", Town.house("Mill Lane 5", 1)).requireSuccess();
            assertThat(town).table("House").hasRow("address", "Mill Lane 6");
        }
    }

    @Test
    void aFailureShowsDatabasesAndConversation() {
        Throwable failure = failure(Failing.class);
        assertThat(failure).hasMessageContaining("address = \"Mill Lane 6\", but it was");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(dump -> assertThat(dump)
                        .isInstanceOf(ServerAtFailure.class)
                        .hasNoCause()
                        .message()
                        .contains("Database Town:", "House (2 rows)", "\"Mill Lane 5\"", "Person (1 row)")
                        .containsPattern("(?m)^session 1 --> \\{.*\"transact\".*Mill Lane 5")
                        .containsPattern("(?m)^session 1 <-- \\{.*\"uuid\""));
    }

    @OvsdbTest(schema = "town.ovsschema")
    static class FailingAround {
        @BeforeEach
        void passes(TestDatabase town) {
            town.transact(Town.house("Mill Lane 5", 1)).requireSuccess();
        }

        @Test
        void passes() {}

        @AfterEach
        void fails() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void soDoesOneBehindTheTest() {
        assertThat(failure(FailingAround.class))
                .hasMessage("on purpose")
                .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessageContaining("Mill Lane 5"));
    }

    @OvsdbTest(schema = "town.ovsschema")
    static class Passing {
        static final Set<String> REMOTES = ConcurrentHashMap.newKeySet();

        @Test
        void passes(TestServer server) {
            REMOTES.add(server.remote());
        }

        @Test
        void isAborted() {
            Assumptions.abort("on purpose");
        }
    }

    @Test
    void whatPassesOrIsAbortedSaysNothing() {
        Events events = run(Passing.class, Map.of());
        events.assertStatistics(statistics -> statistics.failed(0).aborted(1));
        assertThat(events.aborted().map(event -> event.getRequiredPayload(TestExecutionResult.class)))
                .allSatisfy(
                        result -> assertThat(result.getThrowable().orElseThrow().getSuppressed())
                                .isEmpty());
        assertThat(Passing.REMOTES)
                .singleElement()
                .satisfies(remote ->
                        assertThat(Path.of(remote.substring("unix:".length()))).doesNotExist());
    }

    @Nested
    class BadInput {
        @OvsdbTest(schema = "village.ovsschema")
        static class NoSuchSchema {
            @Test
            void never() {}
        }

        @OvsdbTest
        static class NoDatabase {
            @Test
            void never() {}
        }

        @OvsdbTest(schema = "town.ovsschema", rows = "town.ovsschema")
        static class NoRows {
            @Test
            void never() {}
        }

        @OvsdbTest(schema = {"town.ovsschema", "ephemeral.ovsschema"})
        static class WhichOne {
            @Test
            void never(TestDatabase database) {}
        }

        @OvsdbTest(schema = "town.ovsschema")
        static class TooEarly {
            @BeforeAll
            static void never(BlockingOvsdbClient client) {}

            @Test
            void never() {}
        }

        @OvsdbTest(schema = "town.ovsschema")
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        static class OneInstance {
            OneInstance(TestServer server) {}

            @Test
            void never() {}
        }

        @ExtendWith(OvsdbExtension.class)
        static class NoAnnotation {
            @Test
            void never() {}
        }

        @Test
        void isNamed() {
            assertThat(failure(NoSuchSchema.class))
                    .hasNoSuppressedExceptions()
                    .hasMessageContainingAll(
                            "no resource \"village.ovsschema\"", "dev/ovsdb/testkit/junit/village.ovsschema");
            assertThat(failure(NoDatabase.class)).hasMessageContainingAll("NoDatabase names no database", "schema");
            assertThat(failure(NoRows.class)).hasMessageContaining("town.ovsschema: expected an array");
            assertThat(failure(WhichOne.class)).hasMessageContainingAll("which one of the databases", "@OfDatabase");
            assertThat(failure(TooEarly.class)).hasMessageContainingAll("never(", "BlockingOvsdbClient", "@BeforeEach");
            assertThat(failure(OneInstance.class))
                    .hasMessageContainingAll("OneInstance(", "TestServer", "an instance for each");
            assertThat(failure(NoAnnotation.class)).hasMessageContaining("NoAnnotation has no @OvsdbTest");
        }
    }

    @Nested
    class InParallel {
        static class Tests {
            @RegisterExtension
            static final OvsdbExtension OVSDB = OvsdbExtension.with(server -> server.schema(Town.schema()));

            static final int AT_ONCE = 4;
            static final CyclicBarrier ALL = new CyclicBarrier(AT_ONCE);

            @RepeatedTest(AT_ONCE)
            void haveServersOfTheirOwn(TestDatabase town, BlockingOvsdbClient client) throws Exception {
                ALL.await();
                assertThatIllegalStateException().isThrownBy(OVSDB::server).withMessageContaining("tests are running");
                client.transact("Town", Town.house("Mill Lane 4", 1))
                        .requireSuccess(); // An index: once for each database.
                assertThat(town).table("House").hasSize(1);
                ALL.await();
            }
        }

        @Test
        void testsDoNotMeet() {
            Events events = run(
                    Tests.class,
                    Map.of(
                            "junit.jupiter.execution.parallel.enabled", "true",
                            "junit.jupiter.execution.parallel.mode.default", "concurrent",
                            "junit.jupiter.execution.parallel.config.strategy", "fixed",
                            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));
            assertThat(events.failed().stream()).isEmpty();
            assertThat(events.succeeded().stream()
                            .filter(event -> event.getTestDescriptor().isTest()))
                    .hasSize(Tests.AT_ONCE);
            assertThatIllegalStateException().isThrownBy(Tests.OVSDB::server).withMessage("no test is running");
        }
    }

    static class Heir extends Failing {}

    @Test
    void anAnnotationIsInherited() {
        assertThat(failure(Heir.class).getSuppressed()).hasSize(1);
    }

    static class Registered {
        @RegisterExtension
        static final OvsdbExtension OVSDB =
                OvsdbExtension.with(server -> server.schema(Town.schema()).rows(Town.house("Mill Lane 4", 2)));

        @Test
        void hasTheSame(TestDatabase town) {
            assertThat(town).table("House").hasSize(1);
            assertThat(OVSDB.server()).isSameAs(town.server());
        }
    }

    @Test
    void aRegisteredOneIsDescribedInJava() {
        assertThat(run(Registered.class, Map.of()).failed().stream()).isEmpty();
    }

    @OvsdbTest(database = Town.class, schema = "ephemeral.ovsschema", rows = "mill-lane.json")
    static class OfSeveralDatabases {
        @Test
        void theParameterSaysWhichOne(
                TestServer server, @OfDatabase("Town") TestDatabase town, @OfDatabase("R") Idl other) {
            assertThat(server.databases()).hasSize(2).contains(town);
            assertThat(town).table("House").hasSize(1);
            assertThat(other.schema().name()).isEqualTo("R");
        }
    }

    @Test
    void thereMayBeSeveralDatabases() {
        assertThat(run(OfSeveralDatabases.class, Map.of()).failed().stream()).isEmpty();
    }

    @EveryServer(EMBEDDED)
    @OvsdbTest(schema = "town.ovsschema", server = LOCAL)
    static class OnChosenServers {
        @Test
        void thatReplaceTheOneOfTheClass(TestServer server) {
            assertThat(server.kind()).isEqualTo(EMBEDDED);
        }
    }

    @Test
    void runsAreNamedByTheirServer() {
        Events events = run(OnChosenServers.class, Map.of());
        assertThat(events.failed().stream()).isEmpty();
        assertThat(events.succeeded().map(event -> event.getTestDescriptor().getDisplayName()))
                .contains("embedded", "thatReplaceTheOneOfTheClass(TestServer)");
    }
}
