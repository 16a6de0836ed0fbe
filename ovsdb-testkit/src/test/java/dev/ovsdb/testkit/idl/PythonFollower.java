package dev.ovsdb.testkit.idl;

import dev.ovsdb.testkit.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that follows a database through the Python IDL, {@code follow.py}. For one thread. */
final class PythonFollower implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final String END = "."; // Behind what it prints for a command.

    private final Process process;
    private final Writer commands;
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();

    PythonFollower(String remote, Path schema, String columns) {
        try {
            Path script =
                    Path.of(PythonFollower.class.getResource("/idl/follow.py").toURI());
            process = new ProcessBuilder(
                            Peers.python("ovs").orElseThrow().toString(),
                            script.toString(),
                            remote,
                            schema.toString(),
                            columns)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException("cannot run follow.py", e);
        }
        commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::readAll, "output of follow.py");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(printed::add);
        } catch (IOException | UncheckedIOException e) {
            printed.add("(the output could not be read: " + e + ")");
        }
    }

    /** Has it do something, and answers what it holds then. */
    List<String> ask(String command) throws Exception {
        commands.write(command + "\n");
        commands.flush();
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = printed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no end to what follow.py prints for \"" + command + "\": " + lines);
            }
            if (line.equals(END)) {
                return lines;
            }
            lines.add(line);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
