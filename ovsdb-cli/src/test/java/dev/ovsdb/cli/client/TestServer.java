package dev.ovsdb.cli.client;

import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.OwnProgram;
import dev.ovsdb.cli.program.ProcessProgram;
import dev.ovsdb.cli.program.Program;
import dev.ovsdb.testkit.ReferenceServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A reference server with both databases and rows in them, at the place where clients look for it. */
final class TestServer implements AutoCloseable {
    static final String EVERY_TYPE = "Types";
    static final String OPEN_VSWITCH = "Open_vSwitch";

    private final ReferenceServer server;
    private final Path runDirectory;
    private final Program reference;

    private TestServer(ReferenceServer server, Path runDirectory) {
        this.server = server;
        this.runDirectory = runDirectory;
        this.reference = ProcessProgram.reference("ovsdb-client", runDirectory);
    }

    static TestServer start() {
        ReferenceServer server = ReferenceServer.builder()
                .installedSchema("vswitch.ovsschema")
                .schemaResource(TestServer.class, "every-type.ovsschema")
                .unix()
                .tcp()
                .start();
        try {
            Path runDirectory = Files.createTempDirectory(Path.of("/tmp"), "cli");
            Path socket = Path.of(server.remote("unix").substring("unix:".length()));
            Files.createSymbolicLink(runDirectory.resolve("db.sock"), socket);
            TestServer started = new TestServer(server, runDirectory);
            started.transact(resource("open-vswitch.rows.json"));
            started.transact(resource("every-type.rows.json"));
            return started;
        } catch (IOException e) {
            server.close();
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) {
        try (InputStream in = TestServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a transaction that must succeed. */
    void transact(String transaction) {
        Outcome outcome = reference.run(List.of("transact", transaction));
        if (outcome.status() != 0 || outcome.out().contains("\"error\"")) {
            throw new AssertionError(outcome);
        }
    }

    Path runDirectory() {
        return runDirectory;
    }

    ReferenceServer server() {
        return server;
    }

    Program reference() {
        return reference;
    }

    Program own() {
        return new OwnProgram("client", runDirectory);
    }

    @Override
    public void close() {
        server.close();
        try {
            Files.deleteIfExists(runDirectory.resolve("db.sock"));
            Files.deleteIfExists(runDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
