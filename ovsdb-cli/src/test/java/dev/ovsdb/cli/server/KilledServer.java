package dev.ovsdb.cli.server;

import dev.ovsdb.testkit.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ovsdb server} as a process that can be killed, on a file and a Unix socket beside it. */
final class KilledServer implements AutoCloseable {
    private final Path folder;
    private final Process process;

    private KilledServer(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts it on {@code db} in this folder, and waits until it can be asked. */
    static KilledServer start(Path folder) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dovsdb.program=ovsdb-server",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ovsdb.cli.Main",
                folder.resolve("db").toString(),
                "--remote=punix:" + folder.resolve("s"),
                "--unixctl=" + folder.resolve("c"),
                "--no-chdir");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            KilledServer server = new KilledServer(folder, process);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        Tool client = Tool.named("ovsdb-client");
        long start = System.nanoTime();
        while (!client.run("list-dbs", remote()).succeeded()) {
            boolean late = System.nanoTime() - start > TimeUnit.SECONDS.toNanos(60);
            if (late || !process.isAlive()) {
                throw new IllegalStateException("the server " + (late ? "is not ready: " : "ended: ")
                        + Files.readString(folder.resolve("log")));
            }
        }
    }

    String remote() {
        return "unix:" + folder.resolve("s");
    }

    /** Asks for a compaction, and does not wait for it. */
    void compact() {
        try {
            new ProcessBuilder("ovs-appctl", "-t", folder.resolve("c").toString(), "ovsdb-server/compact")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a crash does. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("SIGKILL did not end " + process.pid());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
