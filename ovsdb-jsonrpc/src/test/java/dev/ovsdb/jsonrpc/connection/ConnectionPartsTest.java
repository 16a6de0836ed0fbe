package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.framing.FramingLimits;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.framing.MessageFramer;
import dev.ovsdb.jsonrpc.metrics.CallOutcome;
import dev.ovsdb.jsonrpc.metrics.ConnectionListener;
import dev.ovsdb.jsonrpc.testing.FaultChannel;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.testing.ThreadEventLoop;
import dev.ovsdb.jsonrpc.transport.InMemoryTransport;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionPartsTest {
    private final ManualEventLoop loop = new ManualEventLoop();

    @Nested
    class ThePendingTable {
        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3})
        void findsWhatAMapFinds(long seed) {
            var connection = new LoopConnection(
                    InMemoryTransport.pair(loop).first(), ConnectionOptions.defaults(), PeerHandler.NONE);
            var random = new Random(seed);
            var table = new PendingCalls();
            Map<Long, CallRequest<?>> model = new HashMap<>();
            for (int i = 0; i < 20_000; i++) {
                long id = random.nextInt(random.nextBoolean() ? 40 : 4000);
                if (random.nextInt(3) > 0 && !model.containsKey(id)) {
                    var request =
                            new CallRequest<>(connection, Call.of("m", JsonBytes.EMPTY_ARRAY, Duration.ZERO), id, 0);
                    table.put(request);
                    model.put(id, request);
                } else {
                    assertThat(table.get(id)).isSameAs(model.get(id));
                    assertThat(table.remove(id)).as("seed %d", seed).isSameAs(model.remove(id));
                }
                assertThat(table.size()).isEqualTo(model.size());
            }
            assertThat(table.removeAll()).hasSameSizeAs(model.keySet()).doesNotHaveDuplicates();
        }
    }

    @Nested
    class AWriteBatch {
        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3, 4})
        void writesMessagesOfAnySizeWhole(long seed) {
            var random = new Random(seed);
            var batch = new WriteBatch();
            for (int round = 0; round < 20; round++) {
                var expected = new ArrayList<String>();
                int messages = random.nextInt(50);
                for (int i = 0; i < messages; i++) {
                    String text = "x".repeat(random.nextInt(random.nextInt(10) == 0 ? 100_000 : 300));
                    JsonBytes params = JsonBytes.of(JsonValue.array(JsonValue.of(text)));
                    long id = Math.abs(random.nextLong()) >> random.nextInt(63);
                    batch.request(id, "m" + i, params);
                    expected.add(id + " m" + i + " " + params);
                }
                long size = batch.size();
                List<ByteBuffer> buffers = batch.take();
                assertThat(buffers.stream().mapToLong(ByteBuffer::remaining).sum())
                        .isEqualTo(size);
                assertThat(read(buffers)).as("seed %d", seed).isEqualTo(expected);
            }
        }

        @Test
        void putsSmallMessagesIntoOneBuffer() {
            var batch = new WriteBatch();
            for (int i = 0; i < 64; i++) {
                batch.request(i, "transact", JsonBytes.EMPTY_ARRAY);
            }
            assertThat(batch.take()).hasSize(1);
        }

        private List<String> read(List<ByteBuffer> buffers) {
            var found = new ArrayList<String>();
            var framer = new MessageFramer(
                    FramingLimits.DEFAULT,
                    message -> found.add(message.id() + " " + message.method() + " " + message.body()));
            buffers.forEach(framer::feed);
            return found;
        }
    }

    @Nested
    class OnAFaultyChannel {
        private final ScriptedPeer peer = new ScriptedPeer(loop);
        private final FaultChannel channel = new FaultChannel(peer.transport());

        private JsonRpcConnection open() {
            return JsonRpcConnection.open(
                    channel,
                    ConnectionOptions.builder()
                            .inactivityProbe(Duration.ofSeconds(5))
                            .build(),
                    PeerHandler.NONE);
        }

        @Test
        void aCutAtAnyByteEndsEveryCall() {
            for (int cut = 1; cut < 40; cut++) {
                var cutPeer = new ScriptedPeer(loop);
                var connection = JsonRpcConnection.open(
                        new FaultChannel(cutPeer.transport()).cutAfterReceived(cut),
                        ConnectionOptions.defaults(),
                        PeerHandler.NONE);
                CompletableFuture<JsonValue> call = connection.call("echo", JsonValue.of("some parameter"));
                loop.run();
                assertThat(call).as("cut at %d", cut).isCompletedExceptionally();
                assertThat(connection.pendingCalls()).isZero();
                assertThat(connection.closed().join()).hasMessageContaining("cut after");
            }
        }

        @Test
        void piecesOfOneByteChangeNothing() {
            channel.pieces(1);
            CompletableFuture<JsonValue> call = open().call("echo", JsonValue.of("x"));
            loop.run();
            assertThat(call).isCompletedWithValue(JsonValue.array(JsonValue.of("x")));
        }

        @Test
        void aDelayIsWaitedFor() {
            channel.delay(Duration.ofSeconds(2));
            CompletableFuture<JsonValue> call = open().call("echo");
            loop.advance(Duration.ofSeconds(1));
            assertThat(call).isNotDone();
            loop.advance(Duration.ofSeconds(1));
            assertThat(call).isCompleted();
        }

        @Test
        void aBlackHoleIsFoundByTheProbe() {
            JsonRpcConnection connection = open();
            loop.run();
            channel.blackHole(true);
            CompletableFuture<JsonValue> call = connection.call("echo");
            loop.advance(Duration.ofSeconds(10));
            assertThat(call).isCompletedExceptionally();
            assertThat(connection.isOpen()).isFalse();
        }
    }

    private static final class Recorder implements ConnectionListener {
        final List<String> said = new ArrayList<>();

        @Override
        public void connectionOpened(TransportInfo connection) {
            said.add("opened");
        }

        @Override
        public void connectionClosed(TransportInfo connection, @Nullable Throwable cause) {
            said.add("closed " + cause);
        }

        @Override
        public void callFinished(TransportInfo connection, String method, CallOutcome outcome, long nanos) {
            said.add(method + " " + outcome + " " + nanos / 1_000_000_000);
        }

        @Override
        public void requestReceived(TransportInfo connection, String method) {
            said.add("request " + method);
        }

        @Override
        public void probeSent(TransportInfo connection) {
            said.add("probe");
        }
    }

    @Test
    void aListenerHearsWhatHappensOnce() {
        var peer = new ScriptedPeer(loop);
        var recorder = new Recorder();
        peer.on("quiet").stayQuiet();
        peer.on("bad").replyError("'no'");
        var options = ConnectionOptions.builder()
                .listener(ConnectionListener.all(List.of(recorder, ConnectionListener.NONE)))
                .callTimeout(Duration.ofSeconds(2))
                .build();
        var connection = JsonRpcConnection.open(peer.transport(), options, PeerHandler.NONE);
        connection.call("echo");
        connection.call("bad");
        connection.call("quiet");
        peer.request("1", "ask", "[]");
        loop.advance(Duration.ofSeconds(2));
        connection.call("gone").cancel(false);
        connection.call("late");
        connection.close();
        loop.run();
        assertThat(recorder.said)
                .containsExactly(
                        "opened",
                        "request ask",
                        "echo RESULT 0",
                        "bad ERROR 0",
                        "quiet TIMEOUT 2",
                        "gone CANCELLED 0",
                        "late CLOSED 0",
                        "closed null");
    }

    @Test
    void callsOfManyThreadsAreAllAnsweredInTheOrderOfEach() throws Exception {
        try (var threads = new ThreadEventLoop()) {
            InMemoryTransport.Pair pair = InMemoryTransport.pair(threads);
            JsonRpcConnection.open(pair.second(), ConnectionOptions.defaults(), PeerHandler.NONE);
            var connection = JsonRpcConnection.open(pair.first(), ConnectionOptions.defaults(), PeerHandler.NONE);
            List<Thread> callers = new ArrayList<>();
            List<List<CompletableFuture<Integer>>> finished = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                List<CompletableFuture<Integer>> mine = new ArrayList<>();
                finished.add(mine);
                callers.add(new Thread(() -> {
                    for (int i = 0; i < 2000; i++) {
                        int number = i;
                        mine.add(connection.call("echo", JsonValue.of(i)).thenApply(value -> {
                            assertThat(value).isEqualTo(JsonValue.array(JsonValue.of(number)));
                            return number;
                        }));
                    }
                }));
            }
            callers.forEach(Thread::start);
            for (Thread caller : callers) {
                caller.join();
            }
            for (List<CompletableFuture<Integer>> mine : finished) {
                for (int i = 0; i < mine.size(); i++) {
                    assertThat(mine.get(i).join()).isEqualTo(i);
                }
            }
            assertThat(connection.pendingCalls()).isZero();
        }
    }

    @Test
    void theWireLogIsBounded() {
        var message = new Message(
                Message.Kind.NOTIFICATION, null, "m", JsonBytes.of(JsonValue.array(JsonValue.of("x".repeat(10_000)))));
        var log = new WireLog(InMemoryTransport.pair(loop).first().info(), 20);
        assertThat(log.text(message.body())).isEqualTo("[\"xxxxxxxxxxxxxxxxxx... (10004 bytes)");
        assertThat(log.text(JsonBytes.of("[\n1,\r2]".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("[ 1, 2]");
    }
}
