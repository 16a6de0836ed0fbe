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
