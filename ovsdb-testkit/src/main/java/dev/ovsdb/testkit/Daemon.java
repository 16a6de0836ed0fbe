package dev.ovsdb.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One process that runs until it is ended, its output going to a {@link ServerLog}.
 *
 * <p>It is ended with this JVM too, however the tests left it. Confined to the thread of its owner.
 */
public final class Daemon {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final ServerLog log;
    private final Thread reader;
    private final Thread endWithJvm;

    private Daemon(Process process, ServerLog log, Thread reader, Thread endWithJvm) {
        this.process = process;
        this.log = log;
        this.reader = reader;
        this.endWithJvm = endWithJvm;
    }

    /** Runs a program, with further variables in its environment, and a log of its own. */
    public static Daemon start(List<String> command, Map<String, String> environment) {
        return start(command, environment, new ServerLog());
    }

    static Daemon start(List<String> command, ServerLog log) {
        return start(command, Map.of(), log);
    }

    private static Daemon start(List<String> command, Map<String, String> environment, ServerLog log) {
        try {
            log.begin();
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            Thread reader = new Thread(() -> copy(process, log), "log of " + command.get(0) + " " + process.pid());
            reader.setDaemon(true);
            reader.start();
            Thread endWithJvm = new Thread(process::destroyForcibly, "end of " + process.pid());
            Runtime.getRuntime().addShutdownHook(endWithJvm);
            return new Daemon(process, log, reader, endWithJvm);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        }
    }

    /** What it has printed. */
    public ServerLog log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: no farewell to the peers, nothing flushed. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and SIGKILL for one that does not heed it. */
    public void stop() {
        process.toHandle().destroy(); // Unlike the process's own, leaves its last words readable.
        awaitEnd();
    }

    /** Sends a signal that Java has no word for, such as STOP and CONT. */
    void signal(String name) {
        Tool.named("kill").output("-" + name, Long.toString(process.pid()));
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                process.destroyForcibly().waitFor();
            reader.join();
            Runtime.getRuntime().removeShutdownHook(endWithJvm);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while process " + process.pid() + " was ending", e);
        } catch (IllegalStateException e) {
            // The JVM is shutting down already, and the hook ends the process.
        }
    }

    private static void copy(Process process, ServerLog log) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) log.add(line);
        } catch (IOException e) {
            log.add("(the log could not be read on: " + e.getMessage() + ")");
        } finally {
            log.end();
        }
    }
}
