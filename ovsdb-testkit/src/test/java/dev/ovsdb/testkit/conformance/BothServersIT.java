package dev.ovsdb.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.conformance.Conformance;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.conformance.Report;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.engine.DatabaseHandlerBuilder;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Our server and the distribution's in one run, as an operator would compare them. */
@RequiresPeer({"ovsdb-server", "ovsdb-tool"})
class BothServersIT {
    @Test
    void bothPass() {
        DatabaseHandlerBuilder engine = DatabaseHandler.builder();
        ReferenceServerBuilder real = ReferenceServer.builder().tcp();
        for (String database : Conformance.databases()) {
            engine.database(DatabaseSchema.parse(Conformance.schema(database)));
            real.schema(Conformance.schema(database));
        }
        try (ReferenceServer reference = real.start();
                OvsdbServer ours = OvsdbServer.builder()
                        .handler(engine.build())
                        .listen("ptcp:0:127.0.0.1")
                        .startBlocking()) {
            Report report = Conformance.builder()
                    .server("ours", ours.methods().get(0).toString().replaceFirst("ptcp:(\\d+):(.*)", "tcp:$2:$1"))
                    .server("reference", reference.remote("tcp"))
                    .run();
            report.requirePassed();
            assertThat(report.text()).contains("feature              ours    reference\n");
            assertThat(report.of("ours").with(Outcome.DIFFERS)).hasSizeLessThan(5);
        }
    }

    /** A switch that connects to its manager, say. The cases are those that leave the connection as it is, and some that do not. */
    @Test
    void aServerThatConnectsIsHeldToWhatTakesOneSession() throws Exception {
        int port = freePort();
        try (ReferenceServer reference = ReferenceServer.builder()
                .schema(Conformance.schema(Conformance.databases().get(0)))
                .dialOut("tcp:127.0.0.1:" + port)
                .unix()
                .start()) {
            Report report = Conformance.builder()
                    .server("it", "ptcp:" + port + ":127.0.0.1")
                    .cases("rfc-5.2", "rfc-4.1.8")
                    .run();
            report.requirePassed();
            assertThat(report.of("it").with(Outcome.PASSED)).hasSize(5);
            assertThat(report.of("it").with(Outcome.NOT_RUN)).singleElement().satisfies(result -> {
                assertThat(result.subject().name()).isEqualTo("rfc-4.1.8-locks-fall-with-their-session");
                assertThat(result.message())
                        .isEqualTo("needs 2 sessions at a time, and the server connects with fewer");
            });
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A production database: what is played there leaves it as it is. */
    @Test
    void aServerWithAnotherDatabaseIsHeldToWhatNeedsNoneOfTheKit() {
        try (ReferenceServer reference = ReferenceServer.builder()
                .installedSchema("vswitch.ovsschema")
                .unix()
                .start()) {
            Report report = Conformance.builder()
                    .server("switch", reference.remote("unix"))
                    .run();
            report.requirePassed();
            assertThat(report.of("switch").with(Outcome.PASSED)).hasSizeGreaterThan(30);
            assertThat(report.of("switch").with(Outcome.NOT_RUN))
                    .allSatisfy(result -> assertThat(result.message()).startsWith("needs the kit's database "));
        }
    }
}
