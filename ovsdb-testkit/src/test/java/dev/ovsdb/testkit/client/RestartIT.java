package dev.ovsdb.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.monitor.MonitorChange;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.protocol.operation.Comment;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real server is killed and restarted 20 times under a running client with calls outstanding. */
@RequiresPeer("ovsdb-server")
class RestartIT {
    private static final int RESTARTS = 20;
    private static final int OUTSTANDING = 50;

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ssl", "unix"})
    void everyCallEndsAndTheMonitorGoesOn(String kind) throws Exception {
        long threads = threads();
        long files = openFiles();
        try (ReferenceServer server =
                ReferenceServer.builder().schema(Real.SCHEMA).tcp().ssl().unix().start()) {
            var builder = Real.quick().remotes(server.remote(kind)).tls(Real.tls(server.pki()));
            Real.Inbox inbox = new Real.Inbox();
            List<CompletableFuture<TransactionOutcome>> calls = new ArrayList<>();
            try (BlockingOvsdbClient client = builder.connectBlocking()) {
                client.monitor(MonitorSpec.of("Sample", Real.ITEMS), MonitorListener.of(inbox::add));
                inbox.await(MonitorChange::isContents);
                for (int i = 0; i < RESTARTS; i++) {
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
        settlesAt(threads, RestartIT::threads, "threads");
        settlesAt(files, RestartIT::openFiles, "open files");
    }

    private static void hasEnded(CompletableFuture<TransactionOutcome> call) {
        try {
            call.get(Real.PATIENCE.toSeconds(), TimeUnit.SECONDS).requireSuccess();
        } catch (Exception e) {
            assertThat(e).hasCauseInstanceOf(ConnectionClosedException.class);
        }
    }

    /** Threads of the client; those of the test's own process handling come and go by themselves. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ovsdb"))
                .count();
    }

    private static long openFiles() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** At most as before: the first session of a JVM opens files, such as random sources, that stay. */
    private static void settlesAt(long before, LongSupplier now, String what) throws InterruptedException {
        for (int i = 0; i < 100 && now.getAsLong() > before; i++) {
            TimeUnit.MILLISECONDS.sleep(50); // The kernel and ended threads take their moment.
        }
        assertThat(now.getAsLong()).as(what).isLessThanOrEqualTo(before);
    }
}
