package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Processes;
import dev.ovsdb.benchmarks.workload.DatabaseFiles;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ovsdb server} as a process with bounded memory, at a Unix socket, by TCP and by TLS. */
final class CrowdServer implements AutoCloseable {
    private static final long PATIENCE = 120_000_000_000L;
    private static final Pattern SESSIONS = Pattern.compile("sessions:(\\d+)");

    private final WorkFolder folder = WorkFolder.create();
    private final ReferencePki pki = ReferencePki.create();
    private final Place place;
    private final Process process;

    /**
     * @param program the command line, to which options are added
     * @param probed as {@link Place#probed}
     */
    CrowdServer(List<String> program, Bounds bounds, boolean probed) throws IOException {
        place = new Place(folder.file("sock").toString(), freePort(), freePort(), probed);
        DatabaseFiles.empty(Words.SCHEMA, folder.file("crowd.db"));
        ProcessBuilder builder = new ProcessBuilder(command(program))
                .redirectErrorStream(true)
                .redirectOutput(folder.file("log").toFile());
        builder.environment().put("OVSDB_JAVA_OPTS", bounds.javaOptions());
        process = builder.start();
        await("listens", () -> {
            place.byUnix().close();
            place.byTcp().close();
            place.toTls().close();
            return true;
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "--remote=punix:" + place.socket(),
                "--remote=ptcp:" + place.tcp() + ":127.0.0.1",
                "--remote=pssl:" + place.tls() + ":127.0.0.1",
                "--private-key=" + pki.server().privateKey(),
                "--certificate=" + pki.server().certificate(),
                "--ca-cert=" + pki.authority(),
                "--unixctl=" + control(),
                "--no-chdir",
                "-vsyslog:off",
                "-vconsole:warn",
                folder.file("crowd.db").toString()));
        return command;
    }

    private Path control() {
        return folder.file("ctl");
    }

    Place place() {
        return place;
    }

    ReferencePki pki() {
        return pki;
    }

    /** Sessions that it knows of. */
    int sessions() throws IOException {
        try (Talk talk = new Talk(SocketChannel.open(UnixDomainSocketAddress.of(control())))) {
            talk.say(Words.request(1, "memory/show", "[]"));
            Matcher sessions = SESSIONS.matcher(talk.reply());
            if (!sessions.find()) throw new IOException("no sessions in memory/show");
            return Integer.parseInt(sessions.group(1));
        }
    }

    /** Waits until it has no more sessions than these. */
    void awaitSessions(int most) throws IOException {
        await("has " + most + " sessions", () -> sessions() <= most);
    }

    private void await(String what, Condition so) throws IOException {
        long start = System.nanoTime();
        while (true) {
            boolean late = System.nanoTime() - start > PATIENCE;
            try {
                if (so.holds()) return;
                if (late) throw new IOException("too long until the server " + what);
            } catch (IOException e) {
                if (late || !process.isAlive()) throw new IOException("until it " + what + ": " + log(), e);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    Memory memory() throws IOException {
        return Memory.of(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said so far. */
    String log() throws IOException {
        return Files.readString(folder.file("log"));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Processes.awaitEnd(process);
        pki.close();
        folder.close();
    }
}
