package dev.ovsdb.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.ClientStarter;
import dev.ovsdb.conformance.Conformance;
import dev.ovsdb.conformance.Judgement;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.testkit.Peers;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The distribution's clients are held to the cases for clients. What they do otherwise is named here, with the reason. */
class RealClientsIT {
    private static final String DATABASE = Conformance.databases().get(0);

    @Test
    @RequiresPeer("python3-ovs")
    void thePythonIdl() throws Exception {
        try (WorkFolder folder = WorkFolder.create()) {
            Path script = Path.of(
                    RealClientsIT.class.getResource("/conformance/follow.py").toURI());
            Path schema = folder.write("Conformance.ovsschema", Conformance.schema(DATABASE));
            String python = Peers.python("ovs").orElseThrow().toString();
            Judgement judgement = judge(ClientStarter.command(python + " " + script + " {remote} " + schema));
            assertThat(judgement.results())
                    .as(judgement.results().toString())
                    .extracting(CaseResult::outcome)
                    .containsOnly(Outcome.PASSED);
        }
    }

    /** A program for a terminal: it ends with its connection, so it does not connect again. */
    @Test
    @RequiresPeer("ovsdb-client")
    void ovsdbClient() {
        Judgement judgement = judge(ClientStarter.command("ovsdb-client monitor {remote} " + DATABASE + " One"));
        assertThat(judgement.with(Outcome.FAILED))
                .extracting(result -> result.subject().name())
                .containsExactly("client-connects-again", "client-connects-again-after-half-a-message");
        assertThat(judgement.with(Outcome.NOT_RUN)) // It asks for one thing after the other.
                .extracting(result -> result.subject().name())
                .containsExactly("client-replies-may-come-in-another-order");
    }

    private static Judgement judge(ClientStarter client) {
        return Conformance.builder()
                .client("client", client)
                .patience(Duration.ofSeconds(15))
                .run()
                .of("client");
    }
}
