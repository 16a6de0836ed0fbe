package dev.ovsdb.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.Conformance;
import dev.ovsdb.conformance.Judgement;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.testkit.ReferenceCluster;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The real server agrees with every case of the conformance kit to the letter, and what it says our codecs read and print. */
@RequiresPeer({"ovsdb-server", "ovsdb-tool"})
class WireFactsIT {
    private static final String MAIN = Conformance.databases().get(0);
    private static final String EPHEMERAL = "ConformanceEphemeral";
    private static final List<String> OF_CLUSTERS = List.of(
            "E21-clusters-have-history",
            "E43-clusters-have-no-ephemeral-columns",
            "E47-a-cluster-has-leader-and-index");

    @TestFactory
    Stream<DynamicTest> aServer() {
        ReferenceServerBuilder builder = ReferenceServer.builder().unix();
        Conformance.databases().forEach(database -> builder.schema(Conformance.schema(database)));
        try (ReferenceServer server = builder.start()) {
            Judgement judgement = judge(server, true);
            assertThat(judgement.with(Outcome.NOT_RUN))
                    .extracting(result -> result.subject().name())
                    .containsExactlyElementsOf(OF_CLUSTERS);
            return tests(judgement);
        }
    }

    @TestFactory
    Stream<DynamicTest> aCluster() {
        try (ReferenceCluster cluster = ReferenceCluster.start(1, Conformance.schema(MAIN))) {
            Judgement judgement = judge(cluster.leader(), true, OF_CLUSTERS.get(0), OF_CLUSTERS.get(2));
            assertThat(judgement.with(Outcome.PASSED)).hasSize(2);
            return tests(judgement);
        }
    }

    @TestFactory
    Stream<DynamicTest> aClusterWithEphemeralColumns() {
        try (ReferenceCluster cluster = ReferenceCluster.start(1, Conformance.schema(EPHEMERAL))) {
            Judgement judgement = judge(cluster.leader(), true, OF_CLUSTERS.get(1));
            assertThat(judgement.with(Outcome.PASSED)).hasSize(1);
            return tests(judgement);
        }
    }

    /** What it is known to do otherwise is just this; a newer server that does not would pass. */
    @Test
    void differsWhereTheKitSaysSo() {
        try (ReferenceServer server = ReferenceServer.builder()
                .schema(Conformance.schema(MAIN))
                .unix()
                .start()) {
            assertThat(judge(server, false).with(Outcome.DIFFERS))
                    .allSatisfy(result -> assertThat(result.message()).startsWith("as ovsdb-server 3.1.0"))
                    .extracting(result -> result.subject().name())
                    .containsExactly(
                            "E07-reals-come-back-as-they-were",
                            "E08-lone-low-surrogates-drop-the-connection",
                            "rfc-4.1.4-a-cancelled-transaction-is-answered");
        }
    }

    private static Judgement judge(ReferenceServer server, boolean exact, String... cases) {
        return Conformance.builder()
                .server("reference", server.remote("unix"))
                .exact(exact)
                .cases(cases)
                .run()
                .of("reference");
    }

    private static Stream<DynamicTest> tests(Judgement judgement) {
        return judgement.results().stream()
                .filter(result -> result.outcome() != Outcome.NOT_RUN)
                .map(result -> DynamicTest.dynamicTest(result.subject().name(), () -> check(result)));
    }

    private static void check(CaseResult result) {
        assertThat(result.outcome()).as(result.message()).isIn(Outcome.PASSED, Outcome.DIFFERS);
        new ConversationCheck(result.conversation()).run();
    }
}
