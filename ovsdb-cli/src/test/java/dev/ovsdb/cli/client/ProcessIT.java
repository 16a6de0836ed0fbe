package dev.ovsdb.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Collected;
import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.ProcessProgram;
import dev.ovsdb.cli.program.Program;
import dev.ovsdb.testkit.ReferenceServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: signals, closed streams, files of the process, connections the other way round. */
class ProcessIT {
    private static TestServer server;
    private static Program own;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startServer() {
        server = TestServer.start();
        own = ProcessProgram.own("ovsdb-client", server.runDirectory());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void exitStatuses() {
        for (List<String> line : List.of(
                List.of("list-dbs"),
                List.of("get-schema", "None"),
                List.of("--pretty", "transact", "[\"None\"]"),
                List.of("-t1", "unlock", "never_locked"))) {
            assertThat(own.run(line))
                    .as("%s", line)
                    .isEqualTo(server.reference().run(line));
        }
    }

    @Test
    void aSignalEndsAMonitor() throws Exception {
        for (Program program : List.of(server.reference(), own)) {
            try (Program.Running monitor = program.start(List.of("monitor", "Types", "Leaf"), new byte[0])) {
                assertThat(monitor.out().await(text -> text.contains("initial")))
                        .isTrue();
                assertThat(monitor.terminate().status()).isEqualTo(128 + 15);
            }
        }
    }

    @Test
    void closedOutputIsAnErrorAndNotAHang() throws Exception {
        Outcome outcome = shell(ownCommand() + " dump > /dev/full");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.message()).isEqualTo("ovsdb-client: write to stdout failed");
        assertThat(shell(ownCommand() + " list-dbs > /dev/full").status()).isEqualTo(1);
    }

    @Test
    void aMonitorWhoseReaderWentAwayEnds() throws Exception {
        Process monitor = withRunDirectory("exec " + ownCommand() + " monitor Types Leaf name")
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            assertThat(monitor.inputReader().readLine()).startsWith("row ");
            monitor.getInputStream().close();
            server.transact("[\"Types\",{\"op\":\"update\",\"table\":\"Leaf\",\"where\":[],"
                    + "\"row\":{\"name\":\"renamed\"}}]");
            assertThat(monitor.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(monitor.exitValue()).isEqualTo(1);
            assertThat(folder.resolve("err")).hasContent("ovsdb-client: write to stdout failed");
        } finally {
            monitor.destroyForcibly();
        }
    }

    @Test
    void thePidfileIsThereWhileAVerbRuns() throws Exception {
        Path pidfile = folder.resolve("client.pid");
        List<String> line = List.of("--pidfile=" + pidfile, "lock", "with_pidfile");
        try (Program.Running lock = own.start(line, new byte[0])) {
            assertThat(lock.out().await(text -> text.contains("locked"))).isTrue();
            long pid = Long.parseLong(Files.readString(pidfile).strip());
            assertThat(ProcessHandle.of(pid)).isPresent();
            lock.terminate();
        }
        assertThat(pidfile).doesNotExist();
    }

    @Test
    void aServerMayDialIn() throws Exception {
        String socket = "unix:" + folder.resolve("dial");
        try (Program.Running listing = own.start(List.of("list-dbs", "p" + socket), new byte[0]);
                ReferenceServer dialling = ReferenceServer.builder()
                        .schemaResource(TestServer.class, "every-type.ovsschema")
                        .dialOut(socket)
                        .start()) {
            assertThat(dialling.databases()).containsExactly("Types");
            assertThat(listing.finish()).isEqualTo(new Outcome(0, "Types\n_Server\n", ""));
        }
    }

    @Test
    void certificatesAreThoseOfTheReference() throws Exception {
        try (ReferenceServer tls = ReferenceServer.builder()
                .schemaResource(TestServer.class, "every-type.ovsschema")
                .ssl()
                .start()) {
            var client = tls.pki().client();
            List<String> line = List.of(
                    "-p", client.privateKey().toString(),
                    "-c", client.certificate().toString(),
                    "-C", tls.pki().authority().toString(),
                    "list-dbs", tls.remote("ssl"));
            assertThat(own.run(line))
                    .isEqualTo(server.reference().run(line))
                    .isEqualTo(new Outcome(0, "Types\n_Server\n", ""));
            Path bootstrapped = folder.resolve("ca.pem");
            List<String> bootstrap = List.of(
                    "-p",
                    client.privateKey().toString(),
                    "-c",
                    client.certificate().toString(),
                    "--bootstrap-ca-cert=" + bootstrapped,
                    "list-dbs",
                    tls.remote("ssl"));
            // Bootstrapping ends the first connection, as with the reference.
            own.run(bootstrap);
            assertThat(bootstrapped).exists();
            assertThat(own.run(bootstrap)).isEqualTo(new Outcome(0, "Types\n_Server\n", ""));
        }
    }

    private static String ownCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java") + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
                + " -Dovsdb.program=ovsdb-client -cp '" + System.getProperty("java.class.path")
                + "' dev.ovsdb.cli.Main";
    }

    private static Outcome shell(String script) throws Exception {
        Process process = withRunDirectory(script).start();
        Collected out = Collected.of(process.getInputStream());
        Collected err = Collected.of(process.getErrorStream());
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("ended: %s", script)
                .isTrue();
        out.awaitEnd();
        err.awaitEnd();
        return Outcome.of(process.exitValue(), out.toByteArray(), err.toByteArray());
    }

    private static ProcessBuilder withRunDirectory(String script) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
        builder.environment().put("OVS_RUNDIR", server.runDirectory().toString());
        return builder;
    }
}
