package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.IncomingRequest;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Threads that share a connection, so that requests leave now from one of them and now from the loop. */
@ExtendWith(LeakCheck.class)
class ManyCallersTest {
    private static final int THREADS = 4;
    private static final int CALLS = 2_000;

    private final NettyTransports transports = NettyTransports.create();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private JsonRpcConnection client;

    /** Answers with the parameters, so that a caller sees whether it got its own reply. */
    private static final PeerHandler MIRROR = new PeerHandler() {
        @Override
        public void onRequest(IncomingRequest request) {
            request.reply(request.params());
        }
    };

    @BeforeEach
    void connect() throws Exception {
        Listener listener = transports
                .listen(
                        (ConnectionMethod.Passive) ConnectionMethod.parse("ptcp:0:127.0.0.1"),
                        ListenOptions.defaults(),
                        transport -> JsonRpcConnection.open(transport, ConnectionOptions.defaults(), MIRROR))
                .get(20, TimeUnit.SECONDS);
        client = transports
                .connect(
                        (ConnectionMethod.Active) ConnectionMethod.parse("tcp:127.0.0.1:" + listener.port()),
                        ConnectOptions.defaults())
                .thenApply(
                        transport -> JsonRpcConnection.open(transport, ConnectionOptions.defaults(), PeerHandler.NONE))
                .get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        threads.shutdown();
        transports.close();
    }

    @Test
    void everyCallerGetsItsOwnReplies() throws Exception {
        onAllThreads(thread -> {
            for (int i = 0; i < CALLS; i++) {
                JsonValue params = JsonValue.of(thread + "-" + i);
                assertThat(client.call("mirror", params).get(20, TimeUnit.SECONDS))
                        .isEqualTo(JsonValue.array(params));
            }
        });
        assertThat(client.pendingCalls()).isZero();
    }

    @Test
    void everyCallEndsWhenTheConnectionIsClosedAmongThem() throws Exception {
        client.call("mirror").get(20, TimeUnit.SECONDS);
        List<CompletableFuture<JsonValue>> last = new ArrayList<>();
        onAllThreads(thread -> {
            CompletableFuture<JsonValue> future;
            int made = 0;
            do {
                future = client.call("mirror", JsonValue.of(thread));
                future.handle((result, failure) -> null).get(20, TimeUnit.SECONDS);
                if (thread == 0 && ++made == CALLS) client.close();
            } while (!future.isCompletedExceptionally());
            synchronized (last) {
                last.add(future);
            }
        });
        assertThat(last).hasSize(THREADS);
        assertThat(client.closed()).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(client.pendingCalls()).isZero();
    }

    @Test
    void anInterruptedCallerDoesNotHarmTheConnection() throws Exception {
        client.call("mirror").get(20, TimeUnit.SECONDS);
        Thread.currentThread().interrupt();
        CompletableFuture<JsonValue> future = client.call("mirror", JsonValue.of(1));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(future.get(20, TimeUnit.SECONDS)).isEqualTo(JsonValue.array(JsonValue.of(1)));
    }

    private interface Caller {
        void run(int thread) throws Exception;
    }

    private void onAllThreads(Caller caller) throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            tasks.add(() -> {
                caller.run(number);
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
            done.get();
        }
    }
}
