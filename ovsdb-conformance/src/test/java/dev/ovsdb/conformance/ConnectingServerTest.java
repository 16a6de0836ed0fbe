package dev.ovsdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.OvsdbServerBuilder;
import dev.ovsdb.server.RemoteOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that listens nowhere is judged on the connections that it makes. */
class ConnectingServerTest {
    private static final String TOO_FEW = "needs (2|3) sessions at a time, and the server connects with fewer";

    @TempDir
    private Path folder;

    @Test
    void withOneRemoteItIsHeldToAllThatTakesOneSession() {
        Judgement judgement = judge(folder + "/kit");

        assertThat(judgement.with(Outcome.FAILED)).isEmpty();
        assertThat(judgement.with(Outcome.PASSED)).hasSizeGreaterThan(90);
        assertThat(judgement.with(Outcome.NOT_RUN))
                .hasSizeGreaterThan(5)
                .filteredOn(result -> !result.message().startsWith("needs a clustered"))
                .extracting(CaseResult::message)
                .allSatisfy(message -> assertThat(message).matches(TOO_FEW));
    }

    @Test
    void withThreeItIsHeldToAll() {
        Judgement judgement = judge(folder + "/kit", folder + "/./kit", folder + "/././kit");

        assertThat(judgement.with(Outcome.FAILED)).isEmpty();
        assertThat(judgement.with(Outcome.NOT_RUN))
                .extracting(CaseResult::message)
                .noneMatch(message -> message.matches(TOO_FEW));
    }

    @Test
    void nobodyWhoConnectsIsNoServer() {
        Conformance kit = Conformance.builder()
                .server("it", "punix:" + folder + "/kit")
                .patience(Duration.ofMillis(50))
                .build();
        assertThatThrownBy(kit::run)
                .isInstanceOf(ConformanceException.class)
                .hasMessage("no server connected to punix:" + folder + "/kit within 100 ms");
    }

    @Test
    void aServerCannotBeToldAnyPort() {
        for (String method : new String[] {"ptcp:0:127.0.0.1", "pssl:0"}) {
            Conformance kit = Conformance.builder().server("it", method).build();
            assertThatThrownBy(kit::run)
                    .isInstanceOf(ConformanceException.class)
                    .hasMessage(method + ": a server has to be told the port that it connects to, so it cannot be 0");
        }
    }

    private Judgement judge(String... sockets) {
        OvsdbServerBuilder builder = OvsdbServer.builder().handler(Kit.handler());
        for (String socket : sockets) {
            builder.remote(RemoteOptions.builder(ConnectionMethod.parse("unix:" + socket))
                    .maxBackoff(Duration.ofMillis(10))
                    .build());
        }
        try (OvsdbServer server = builder.startBlocking()) {
            return Conformance.builder()
                    .server("it", "punix:" + sockets[0])
                    .patience(Duration.ofSeconds(3))
                    .run()
                    .of("it");
        }
    }
}
