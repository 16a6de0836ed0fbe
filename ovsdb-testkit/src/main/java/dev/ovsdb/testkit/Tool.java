package dev.ovsdb.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program that runs, says something and ends: {@code ovsdb-tool}, {@code ovs-appctl}, {@code ovsdb-client}. */
public final class Tool {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path program;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Tool(Path program) {
        this.program = program;
    }

    /** The program of this name. Skips, or fails, the calling test if it is missing: see {@link Peers}. */
    public static Tool named(String name) {
        return new Tool(Peers.program(name));
    }

    /** The program in this file. */
    public static Tool at(Path program) {
        return new Tool(program);
    }

    /** The same program, run with further variables in its environment. */
    public Tool with(Map<String, String> variables) {
        Tool changed = new Tool(program);
        changed.environment.putAll(environment);
        changed.environment.putAll(variables);
        return changed;
    }

    /** Runs the program to its end, with nothing on its standard input; ends it if that takes over a minute. */
    public Result run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(Arrays.asList(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            return finish(builder.start(), command);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        }
    }

    /** Runs the program and returns what it printed, without the last line's end. Throws if its exit status is not 0. */
    public String output(String... arguments) {
        Result result = run(arguments);
        if (!result.succeeded())
            throw new IllegalStateException(program + " " + String.join(" ", arguments) + ": " + result);
        return result.output().stripTrailing();
    }

    private static Result finish(Process process, List<String> command) throws IOException {
        process.getOutputStream().close();
        CompletableFuture<String> errors = new CompletableFuture<>();
        Thread reader =
                new Thread(() -> errors.complete(text(process.getErrorStream())), "stderr of " + command.get(0));
        reader.setDaemon(true);
        reader.start();
        CompletableFuture<String> output = new CompletableFuture<>();
        Thread outputReader =
                new Thread(() -> output.complete(text(process.getInputStream())), "stdout of " + command.get(0));
        outputReader.setDaemon(true);
        outputReader.start();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
        return new Result(process.exitValue(), output.join(), errors.join());
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }

    /** How a run ended. */
    public record Result(int status, String output, String errors) {
        /** True if the exit status was 0. */
        public boolean succeeded() {
            return status == 0;
        }
    }
}
