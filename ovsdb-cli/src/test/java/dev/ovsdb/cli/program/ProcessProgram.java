package dev.ovsdb.cli.program;

import dev.ovsdb.testkit.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own: the reference's {@code ovsdb-client}, or ours as it is installed. */
public final class ProcessProgram implements Program {
    private final List<String> command;
    private final Path runDirectory;

    private ProcessProgram(List<String> command, Path runDirectory) {
        this.command = command;
        this.runDirectory = runDirectory;
    }

    /** The reference's program of this name. */
    public static ProcessProgram reference(String name, Path runDirectory) {
        String path = Peers.program(name).getParent() + ":" + System.getenv("PATH");
        return new ProcessProgram(
                List.of("env", "PATH=" + path, name), runDirectory); // By its name, as messages have it.
    }

    /**
     * Our server as the launcher starts it when its build is done: by {@code ci/server.sh}, with the classes of this JVM. Its log
     * and what a crash leaves are in the run directory.
     */
    public static ProcessProgram launchedServer(Path runDirectory) {
        return launchedServer(runDirectory, System.getProperty("java.class.path"));
    }

    /** The same with the classes of another class path. */
    public static ProcessProgram launchedServer(Path runDirectory, String classPath) {
        String script =
                "set -eu; ulimit -c 0; export OVS_LOGDIR=\"$OVS_RUNDIR\"; root=$0; home=$1; class_path=$2; shift 2;"
                        + " archive= flags='-XX:TieredStopAtLevel=1' program=ovsdb-server;"
                        + " . \"$root/ci/server.sh\" && run_server \"$@\"";
        return new ProcessProgram(
                List.of("sh", "-c", script, sources().toString(), System.getProperty("java.home"), classPath),
                runDirectory);
    }

    /** The same program under another file mode creation mask, as octal digits. */
    public ProcessProgram umask(String mask) {
        List<String> line = new ArrayList<>(List.of("sh", "-c", "umask " + mask + "; exec \"$@\"", "sh"));
        line.addAll(command);
        return new ProcessProgram(line, runDirectory);
    }

    /** The same program run by this user, of whom there is one group. */
    public ProcessProgram as(String user) {
        List<String> line = new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--clear-groups"));
        line.addAll(command);
        return new ProcessProgram(line, runDirectory);
    }

    private static Path sources() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isReadable(folder.resolve("ci/server.sh"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no ci/server.sh in this folder or above it");
            }
        }
        return folder;
    }

    /** Ours, as it is when it is called by this name. */
    public static ProcessProgram own(String name, Path runDirectory) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return new ProcessProgram(
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dovsdb.program=" + name,
                        "-cp",
                        classPath,
                        "dev.ovsdb.cli.Main"),
                runDirectory);
    }

    @Override
    public Running start(List<String> arguments, byte[] input) {
        List<String> line = new ArrayList<>(command);
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("OVS_RUNDIR", runDirectory.toString());
        builder.environment().put("OVS_LOGDIR", runDirectory.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            Path file = Files.createTempFile(
                    "ovsdb-client", ".in"); // A file: the reference reads backups from nothing else.
            Files.write(file, input);
            builder.redirectInput(file.toFile());
            Process process = builder.start();
            Collected out = Collected.of(process.getInputStream());
            Collected err = Collected.of(process.getErrorStream());
            Files.delete(file);
            return new RunningProcess(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** See {@link Running}. */
    public record RunningProcess(Process process, Collected out, Collected err) implements Running {
        @Override
        public Outcome terminate() {
            process.destroy();
            return finish();
        }

        @Override
        public Outcome finish() {
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    throw new AssertionError("still running: " + process.info() + "; printed " + out.text());
                }
                out.awaitEnd();
                err.awaitEnd();
                return Outcome.of(process.exitValue(), out.toByteArray(), err.toByteArray());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
