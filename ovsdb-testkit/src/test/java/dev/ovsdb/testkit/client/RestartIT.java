package dev.ovsdb.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.monitor.MonitorChange;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.protocol.operation.Comment;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real server is killed and restarted 20 times under a running client with calls outstanding. */
@RequiresPeer("ovsdb-server")
@ExtendWith(LeakCheck.class)
class RestartIT {
    private static final int RESTARTS = 20;
    private static final int OUTSTANDING = 50;

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ssl", "unix"})
    void everyCallEndsAndTheMonitorGoesOn(String kind) throws Exception {
        run(kind, 1); // The first session of a JVM starts threads and opens files, such as random sources, that stay.
        long threads = threads();
        long files = openFiles();
        run(kind, RESTARTS);
        await("threads").pollInSameThread().atMost(Real.PATIENCE).until(() -> threads() <= threads);
        await("open files").pollInSameThread().atMost(Real.PATIENCE).until(() -> openFiles() <= files);
    }

    private static void run(String kind, int restarts) throws Exception {
        try (ReferenceServer server =
                ReferenceServer.builder().schema(Real.SCHEMA).tcp().ssl().unix().start()) {
            var builder = Real.quick().remotes(server.remote(kind)).tls(Real.tls(server.pki()));
            Real.Inbox inbox = new Real.Inbox();
            List<CompletableFuture<TransactionOutcome>> calls = new ArrayList<>();
            try (BlockingOvsdbClient client = builder.connectBlocking()) {
                client.monitor(MonitorSpec.of("Sample", Real.ITEMS), MonitorListener.of(inbox::add));
                inbox.await(MonitorChange::isContents);
                for (int i = 0; i < restarts; i++) {
                    for (int call = 0; call < OUTSTANDING; call++) {
                        calls.add(client.async().transact("Sample", new Comment("c" + call)));
                    }
                    server.kill();
                    server.restart();
                    inbox.await(MonitorChange::isContents);
                    client.transact("Sample", Real.insert("after " + i)).requireSuccess();
                    inbox.awaitItem("after " + i);
                }
                calls.forEach(RestartIT::hasEnded);
                assertThat(client.async().pendingCalls()).isZero();
                assertThat(client.async().health().isUp()).isTrue();
            }
        }
    }

    private static void hasEnded(CompletableFuture<TransactionOutcome> call) {
        try {
            call.get(Real.PATIENCE.toSeconds(), TimeUnit.SECONDS).requireSuccess();
        } catch (Exception e) {
            assertThat(e).hasCauseInstanceOf(ConnectionClosedException.class);
        }
    }

    /** All but those with which the JDK waits for the processes of the test. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("process reaper"))
                .count();
    }

    private static long openFiles() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
