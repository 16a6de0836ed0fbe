package dev.ovsdb.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real {@code ovsdb-server} in a folder of its own, over a Unix socket and TCP. Confined to the demonstration's thread. */
final class ReferenceServer extends DemoServer {
    private static final Pattern LISTENING = Pattern.compile("listening on port (\\d+)");
    private static final long PATIENCE_SECONDS = 20;
    private static final int ATTEMPTS_PER_SECOND = 20;

    private final Thread atExit = new Thread(this::end, "end of the demo's server");
    private volatile Process process;
    private int port;

    ReferenceServer() {
        process = start(0);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    String describe() {
        String version = Programs.run(Programs.find("ovsdb-server"), "--version");
        return version.lines().findFirst().orElse("") + ", pid " + process.pid();
    }

    @Override
    String tcpRemote() {
        return "tcp:127.0.0.1:" + port;
    }

    /** As a power cut would. */
    @Override
    String stop() {
        process.destroyForcibly();
        awaitEnd(process);
        return "kill -9 " + process.pid();
    }

    @Override
    void restart() {
        process = start(port);
    }

    private Process start(int onPort) {
        List<String> command = List.of(
                Programs.find("ovsdb-server").toString(),
                "--remote=p" + unixRemote(),
                "--remote=ptcp:" + onPort + ":127.0.0.1",
                "--unixctl=" + folder().resolve("ctl"),
                "-vconsole:info",
                database().toString());
        try {
            Process started =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            CompletableFuture<Integer> bound = followLog(started);
            if (onPort == 0) {
                port = await(bound, started);
            } else {
                awaitConnectable(onPort, started, bound);
            }
            return started;
        } catch (IOException e) {
            throw new DemoFailure("cannot start " + command, e);
        }
    }

    /** Completes with the port when the server has chosen one, or with its log when it ends before that. */
    private static CompletableFuture<Integer> followLog(Process started) {
        CompletableFuture<Integer> bound = new CompletableFuture<>();
        Thread reader = new Thread(() -> readLog(started, bound), "log of ovsdb-server");
        reader.setDaemon(true);
        reader.start();
        return bound;
    }

    private static int await(CompletableFuture<Integer> bound, Process started) {
        try {
            return bound.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted while the server started", e);
        } catch (TimeoutException e) {
            started.destroyForcibly();
            throw new DemoFailure("ovsdb-server did not listen within " + PATIENCE_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoFailure failure ? failure : new DemoFailure(String.valueOf(e), e);
        }
    }

    /** The server tells its port only when it chose it: otherwise try until it answers. */
    private static void awaitConnectable(int port, Process started, CompletableFuture<Integer> bound) {
        for (int attempt = 0; attempt < PATIENCE_SECONDS * ATTEMPTS_PER_SECOND; attempt++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (ends(started, 1000 / ATTEMPTS_PER_SECOND)) await(bound, started);
            }
        }
        throw new DemoFailure("ovsdb-server did not answer within " + PATIENCE_SECONDS + " s");
    }

    private static boolean ends(Process started, long withinMillis) {
        try {
            return started.waitFor(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted while waiting for the server", e);
        }
    }

    /** Reads to the end, so that the server never waits for a full pipe. */
    private static void readLog(Process started, CompletableFuture<Integer> bound) {
        StringBuilder log = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) bound.complete(Integer.valueOf(listening.group(1)));
                if (!bound.isDone()) log.append(line).append('\n');
            }
            bound.completeExceptionally(new DemoFailure("ovsdb-server ended before it listened:\n" + log));
        } catch (IOException e) {
            bound.completeExceptionally(e);
        }
    }

    private static void awaitEnd(Process ending) {
        if (!ends(ending, PATIENCE_SECONDS * 1000)) {
            throw new DemoFailure("ovsdb-server (pid " + ending.pid() + ") does not end");
        }
    }

    private void end() {
        process.destroyForcibly();
        deleteFolder();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        process.destroy();
        awaitEnd(process);
        end();
    }
}
