package dev.ovsdb.benchmarks.workload;

import dev.ovsdb.benchmarks.harness.Processes;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A server under comparison, from its start on a fresh copy of a database to its end. */
public final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE = 120_000_000_000L;

    private final WorkFolder folder = WorkFolder.create();
    private final @Nullable ReferencePki pki;
    private final int port;
    private final Process process;
    private final double startSeconds;
    private final double startCpuSeconds;

    public ServerProcess(List<String> program, DatabaseFiles files, int rows, boolean tls) throws IOException {
        files.copy(rows, folder.file("nb.db"));
        pki = tls ? ReferencePki.create() : null;
        port = tls ? freePort() : 0;
        long start = System.nanoTime();
        process = new ProcessBuilder(command(program))
                .redirectErrorStream(true)
                .redirectOutput(folder.file("log").toFile())
                .start();
        awaitSchema(start);
        startSeconds = (System.nanoTime() - start) / 1e9;
        startCpuSeconds = cpuSeconds();
        if (port != 0) awaitPort(start);
    }

    private List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "--remote=punix:" + socket(),
                "--unixctl=" + control(),
                "--no-chdir",
                "-vsyslog:off",
                "-vconsole:warn"));
        if (pki != null) {
            command.add("--remote=pssl:" + port + ":127.0.0.1");
            command.add("--private-key=" + pki.server().privateKey());
            command.add("--certificate=" + pki.server().certificate());
            command.add("--ca-cert=" + pki.authority());
        }
        command.add(folder.file("nb.db").toString());
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitSchema(long start) throws IOException {
        while (true) {
            try (Peer peer = Peer.open(new Target(socket(), "", null, 0, 0, 0))) {
                peer.ask("{'id':0,'method':'get_schema','params':['OVN_Northbound']}");
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE)
                    throw new IOException("the server did not start: " + Files.readString(folder.file("log")), e);
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /** A TLS server may need longer until it listens on its port. */
    private void awaitPort(long start) throws IOException {
        while (true) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE) throw e;
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /** From exec to the first reply. */
    public double startSeconds() {
        return startSeconds;
    }

    /** The CPU that it took, of all threads. */
    public double startCpuSeconds() {
        return startCpuSeconds;
    }

    /** Where it listens. */
    public String socket() {
        return folder.file("sock").toString();
    }

    private String control() {
        return folder.file("ctl").toString();
    }

    /** The words by which a driver finds it. */
    public List<String> target(int rows, double warmUp, double seconds) {
        List<String> words = new ArrayList<>(List.of(
                socket(), control(), Integer.toString(rows), Double.toString(warmUp), Double.toString(seconds)));
        if (pki != null) {
            words.add(Integer.toString(port));
            for (Path file : List.of(pki.client().privateKey(), pki.client().certificate(), pki.authority()))
                words.add(file.toString());
        }
        return words;
    }

    /** Seconds of CPU so far, of all threads. */
    public double cpuSeconds() throws IOException {
        return Processes.cpuSeconds(process.pid());
    }

    public double residentMegabytes() throws IOException {
        return Processes.residentMegabytes(process.pid());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Processes.awaitEnd(process);
        if (pki != null) pki.close();
        folder.close();
    }
}
