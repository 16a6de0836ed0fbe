package dev.ovsdb.cli.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.Main;
import dev.ovsdb.conformance.Conformance;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ovsdb conformance}: what it takes, prints and writes, and its statuses. */
class ConformanceProgramTest {
    private static OvsdbServer server;
    private static String remote;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = OvsdbServer.builder()
                .handler(DatabaseHandler.builder()
                        .database(DatabaseSchema.parse(Conformance.schema("Conformance")))
                        .build())
                .listen("ptcp:0:127.0.0.1")
                .startBlocking();
        remote = server.methods().get(0).toString().replaceFirst("ptcp:(\\d+):(.*)", "tcp:$2:$1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void judgesOneFeature() {
        assertThat(run("--feature=locks", "mine=" + remote)).isZero();
        assertThat(out.toString(UTF_8))
                .contains("mine (" + remote + "): 6 passed; 0 failed\n", "feature  mine\nlocks    6/6\n");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void severalServersAreColumnsOfTheMatrix() {
        assertThat(run("--case=rfc-4.1.1-", "a=" + remote, "b=" + remote)).isZero();
        assertThat(out.toString(UTF_8)).contains("feature   a    b\nlist_dbs  1/1  1/1\n");
    }

    @Test
    void writesReports() {
        assertThat(run("--case=E01", "--junit=report.xml", "--html=report.html", remote))
                .isZero();
        assertThat(folder.resolve("report.xml")).content().contains("tests=\"1\" failures=\"0\"");
        assertThat(folder.resolve("report.html")).content().contains("<td class=\"passed\">1/1</td>");
    }

    @Test
    void saysHowToServeWhatIsMissing() {
        assertThat(run("--case=E43-printed", remote)).isZero();
        assertThat(out.toString(UTF_8))
                .contains("not run: 1, needs the kit's database ConformanceRoots")
                .contains("  ovsdb conformance --print-schema > Conformance.ovsschema\n");
    }

    @Test
    void aFailureIsStatusOne() {
        assertThat(run("--exact", "--case=E99", remote)).isEqualTo(2);
        assertThat(run("--case=client-echo", "--client=ptcp:0:127.0.0.1", "--exec=true {remote}", "--patience=0.2"))
                .isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("FAILED client: client-echo", "no client connected");
    }

    @Test
    void printsSchemas() {
        assertThat(run("--print-schema")).isZero();
        assertThat(DatabaseSchema.parse(out.toString(UTF_8)).name()).isEqualTo("Conformance");
        out.reset();
        assertThat(run("--print-schema=ConformanceRoots")).isZero();
        assertThat(DatabaseSchema.parse(out.toString(UTF_8)).name()).isEqualTo("ConformanceRoots");
    }

    @Test
    void listsCases() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString(UTF_8).lines())
                .contains("E10-failed-operations-are-results  (transact, rfc7047)")
                .contains("client-echo-is-answered-with-its-params  (echo, rfc7047)")
                .hasSize(2 * Conformance.cases().size());
    }

    @Test
    void whatMakesNoSenseIsStatusTwo() {
        refused("there is nothing to judge");
        refused("there is no feature flying", "--feature=flying", remote);
        refused("there is no profile rfc1", "--profile=rfc1", remote);
        refused("unrecognized option '--fly'", "--fly");
        refused("two programs are called x", "x=" + remote, "x=" + remote);
        refused("cannot connect to unix:", "unix:" + folder.resolve("nobody"));
        refused("no server connected to punix:", "--patience=0.05", "punix:" + folder.resolve("kit"));
        refused("the kit has no database Other", "--print-schema=Other");
        refused("needs TLS options", "ssl:127.0.0.1:1");
        refused("patience is a number of seconds, was soon", "--patience=soon", remote);
    }

    private void refused(String message, String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("ovsdb: conformance: ").contains(message);
    }

    private int run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("conformance"));
        line.addAll(List.of(arguments));
        return Main.run(line, InputStream.nullInputStream(), out, err, Map.of("OVSDB_DIRECTORY", folder.toString()));
    }
}
