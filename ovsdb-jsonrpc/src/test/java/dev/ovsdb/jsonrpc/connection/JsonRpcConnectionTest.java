package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.connection.Call.TimeoutFrom;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.testing.Aftermath;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JsonRpcConnectionTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ManualEventLoop loop = new ManualEventLoop();
    private final ScriptedPeer peer = new ScriptedPeer(loop);
    private final RecordingHandler handler = new RecordingHandler();
    private @Nullable JsonRpcConnection opened;

    private JsonRpcConnection connection() {
        return connection(ConnectionOptions.defaults());
    }

    private JsonRpcConnection connection(ConnectionOptions options) {
        JsonRpcConnection connection = JsonRpcConnection.open(peer.transport(), options, handler);
        opened = connection;
        loop.run();
        return connection;
    }

    @AfterEach
    void nothingIsLeftBehind() {
        if (opened != null) {
            Aftermath.check(loop, opened);
        }
    }

    private static Throwable failure(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return future.handle((value, thrown) -> thrown instanceof CompletionException ? thrown.getCause() : thrown)
                .join();
    }

    private static final class RecordingHandler implements PeerHandler {
        final List<String> heard = new ArrayList<>();
        final List<IncomingRequest> requests = new ArrayList<>();

        @Nullable
        BodyConsumer<Void> notificationConsumer;

        boolean ended;

        @Override
        public void onRequest(IncomingRequest request) {
            requests.add(request);
            if (request.method().equals("boom")) {
                throw new IllegalStateException("boom");
            }
        }

        @Override
        public void onNotification(String method, JsonBytes params) {
            heard.add(method + params);
        }

        @Override
        public @Nullable BodyConsumer<Void> streamNotification(String method) {
            return notificationConsumer;
        }

        @Override
        public void onClosed(@Nullable Throwable cause) {
            assertThat(ended).isFalse();
            ended = true;
        }
    }

    /** Collects what it gets. */
    private static class Collector<T> implements BodyConsumer<T> {
        final StringBuilder text = new StringBuilder();

        @Nullable
        Throwable failure;

        @Override
        public void onChunk(ByteBuffer chunk) {
            text.append(StandardCharsets.UTF_8.decode(chunk));
        }

        @Override
        public T onEnd() {
            text.append(";");
            return null;
        }

        @Override
        public void onFailure(Throwable cause) {
            failure = cause;
        }
    }

    @Nested
    class Calls {
        @Test
        void endWithTheResult() {
            peer.on("add").reply("3");
            CompletableFuture<JsonValue> sum = connection().call("add", JsonValue.of(1), JsonValue.of(2));
            loop.run();
            assertThat(sum).isCompletedWithValue(JsonValue.of(3));
            assertThat(peer.wire()).isEqualTo(Json.text("{'id':0,'method':'add','params':[1,2]}"));
        }

        @Test
        void e01_e02_endWithAnErrorThatIsAStringOrAnObject() {
            peer.on("a").replyError("'unknown database'");
            peer.on("b").replyError("{'error':'x','details':'y'}");
            JsonRpcConnection connection = connection();
            CompletableFuture<JsonValue> first = connection.call("a");
            CompletableFuture<JsonValue> second = connection.call("b");
            loop.run();
            assertThat(failure(first))
                    .isInstanceOfSatisfying(
                            RemoteErrorException.class,
                            e -> assertThat(e.isError("unknown database")).isTrue());
            assertThat(failure(second))
                    .isInstanceOfSatisfying(
                            RemoteErrorException.class,
                            e -> assertThat(e.error()).isEqualTo(Json.value("{'details':'y','error':'x'}")));
        }

        @Test
        void madeInOneTurnLeaveInOneWriteInOrder() {
            JsonRpcConnection connection = connection();
            for (int i = 0; i < 3; i++) {
                connection.call("m" + i);
            }
            connection.notify("n", JsonBytes.EMPTY_ARRAY);
            loop.run();
            assertThat(peer.received()).extracting(Message::method).containsExactly("m0", "m1", "m2", "n");
        }

        @Test
        void areAnsweredInAnyOrder() {
            peer.on("slow").stayQuiet();
            peer.on("fast").reply("'fast'").send("{'id':0,'result':'slow','error':null}");
            JsonRpcConnection connection = connection();
            var order = new ArrayList<String>();
            connection.call("slow").thenAccept(value -> order.add("slow"));
            connection.call("fast").thenAccept(value -> order.add("fast"));
            loop.run();
            assertThat(order).containsExactly("fast", "slow");
        }

        @Test
        void p05_areAnsweredWithTheResultBeforeTheId() {
            peer.on("m").send("{'result':[1],'error':null,'id':$id}");
            CompletableFuture<JsonValue> result = connection().call("m");
            loop.run();
            assertThat(result).isCompletedWithValue(Json.value("[1]"));
        }

        @Test
        void e05_areAnsweredUnderAnIdThatIsPrintedOtherwise() {
            peer.on("m").send("{'id':0.0,'result':1}");
            CompletableFuture<JsonValue> result = connection().call("m");
            loop.run();
            assertThat(result).isCompleted();
        }

        @Test
        void knowWhetherTheyWereWritten() {
            JsonRpcConnection connection = connection();
            PendingCall<JsonValue> call = connection.call(Call.of("m", JsonBytes.EMPTY_ARRAY, TIMEOUT));
            assertThat(call.written()).isFalse();
            loop.run();
            assertThat(call.written()).isTrue();
            assertThat(call.id()).isEqualTo(JsonValue.of(0));
        }

        @Test
        void thatAreCancelledBeforeTheyLeaveAreNotSent() {
            JsonRpcConnection connection = connection();
            connection.call("m").cancel(false);
            loop.run();
            assertThat(peer.received()).isEmpty();
            assertThat(connection.pendingCalls()).isZero();
        }

        @Test
        void thatAreCancelledLaterForgetTheirReply() {
            peer.on("m").stayQuiet();
            JsonRpcConnection connection = connection();
            CompletableFuture<JsonValue> call = connection.call("m");
            loop.run();
            call.cancel(false);
            loop.run();
            assertThat(connection.pendingCalls()).isZero();
            peer.send("{'id':0,'result':1}");
            loop.run();
            assertThat(connection.isOpen()).isTrue();
        }

        @Test
        void survivesRepliesThatNobodyWaitsFor() {
            peer.on("m")
                    .reply("1")
                    .reply("2")
                    .send("{'id':'what','result':[1]}")
                    .send("{'id':99,'error':'x'}");
            JsonRpcConnection connection = connection();
            CompletableFuture<JsonValue> call = connection.call("m");
            loop.run();
            assertThat(call).isCompletedWithValue(JsonValue.of(1));
            assertThat(connection.isOpen()).isTrue();
        }

        @Test
        void manyAtOnceAreAllAnswered() {
            JsonRpcConnection connection = connection();
            List<CompletableFuture<JsonValue>> calls = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                calls.add(connection.call("echo", JsonValue.of(i)));
            }
            loop.run();
            for (int i = 0; i < calls.size(); i++) {
                assertThat(calls.get(i).join()).isEqualTo(JsonValue.array(JsonValue.of(i)));
            }
        }
    }

    @Nested
    class Timeouts {
        @Test
        void failTheCallAlone() {
            peer.on("m").stayQuiet();
            JsonRpcConnection connection = connection();
            CompletableFuture<JsonValue> call = connection.call("m");
            loop.advance(Duration.ofSeconds(29));
            assertThat(call).isNotDone();
            loop.advance(Duration.ofSeconds(1));
            assertThat(failure(call))
                    .isInstanceOf(RequestTimeoutException.class)
                    .hasMessageContaining("m: no reply");
            assertThat(connection.pendingCalls()).isZero();
            peer.send("{'id':0,'result':[1]}");
            CompletableFuture<JsonValue> next = connection.call("echo");
            loop.run();
            assertThat(next).isCompleted();
        }

        @Test
        void ofDifferentLengthsEndInTheirOwnOrder() {
            JsonRpcConnection connection = connection();
            peer.on("m").stayQuiet();
            var order = new ArrayList<Integer>();
            for (int seconds : new int[] {5, 2, 9, 2, 7}) {
                connection
                        .call(Call.of("m", JsonBytes.EMPTY_ARRAY, Duration.ofSeconds(seconds)))
                        .future()
                        .whenComplete((value, thrown) -> order.add(seconds));
            }
            loop.advance(Duration.ofSeconds(20));
            assertThat(order).containsExactly(2, 2, 5, 7, 9);
        }

        @Test
        void ofDownloadsCountFromTheLastByte() {
            JsonRpcConnection connection = connection();
            peer.on("get").send("{'id':$id,'result':[");
            CompletableFuture<Void> call = connection
                    .call(new Call<Void>("get", JsonBytes.EMPTY_ARRAY, TIMEOUT, TimeoutFrom.LAST_BYTE, Collector::new))
                    .future();
            for (int i = 0; i < 10; i++) {
                loop.advance(Duration.ofSeconds(9));
                peer.send(i == 0 ? "1" : ",1");
            }
            loop.advance(Duration.ofSeconds(9));
            assertThat(call).isNotDone();
            loop.advance(Duration.ofSeconds(1));
            assertThat(failure(call)).isInstanceOf(RequestTimeoutException.class);
        }

        @Test
        void ofDownloadsDoNotCountWhileWeDoNotRead() {
            JsonRpcConnection connection = connection();
            peer.on("get").stayQuiet();
            CompletableFuture<Void> call = connection
                    .call(new Call<Void>("get", JsonBytes.EMPTY_ARRAY, TIMEOUT, TimeoutFrom.LAST_BYTE, Collector::new))
                    .future();
            connection.pauseReading();
            loop.advance(Duration.ofSeconds(100));
            assertThat(call).isNotDone();
            connection.resumeReading();
            loop.advance(TIMEOUT);
            assertThat(failure(call)).isInstanceOf(RequestTimeoutException.class);
        }

        @Test
        void ofZeroNeverCome() {
            peer.on("m").stayQuiet();
            CompletableFuture<?> call = connection()
                    .call(Call.of("m", JsonBytes.EMPTY_ARRAY, Duration.ZERO))
                    .future();
            loop.advance(Duration.ofDays(30));
            assertThat(call).isNotDone();
        }
    }

    @Nested
    class Streaming {
        private final Collector<Void> collector = new Collector<>();

        private CompletableFuture<Void> download(JsonRpcConnection connection) {
            return connection
                    .call(new Call<>("get", JsonBytes.EMPTY_ARRAY, TIMEOUT, TimeoutFrom.LAST_BYTE, () -> collector))
                    .future();
        }

        @Test
        void handsAResultOnAsItArrives() {
            peer.on("get").send("{'id':$id,'result':[1,");
            CompletableFuture<Void> call = download(connection());
            loop.run();
            assertThat(collector.text).hasToString("[1,");
            assertThat(call).isNotDone();
            peer.send("2],'error':null}");
            loop.run();
            assertThat(collector.text).hasToString("[1,2];");
            assertThat(call).isCompleted();
        }

        @Test
        void worksAlsoForScalarsAndLateIds() {
            peer.on("get").send("{'result':[1],'id':$id}");
            download(connection());
            loop.run();
            assertThat(collector.text).hasToString("[1];");
        }

        @Test
        void endsForTheConsumerWhenTheConnectionDoes() {
            peer.on("get").send("{'id':$id,'result':[1,").thenHangUp();
            CompletableFuture<Void> call = download(connection());
            loop.run();
            assertThat(collector.failure).isInstanceOf(ConnectionClosedException.class);
            assertThat(failure(call))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessageContaining("hung up inside a message");
        }

        @Test
        void failsTheCallButNotTheConnectionIfTheConsumerDoes() {
            peer.on("get").reply("[1,2,3]");
            JsonRpcConnection connection = connection();
            CompletableFuture<Void> call = connection
                    .call(new Call<>(
                            "get", JsonBytes.EMPTY_ARRAY, TIMEOUT, TimeoutFrom.REQUEST, () -> new Collector<Void>() {
                                @Override
                                public void onChunk(ByteBuffer chunk) {
                                    throw new IllegalArgumentException("not mine");
                                }
                            }))
                    .future();
            CompletableFuture<JsonValue> next = connection.call("echo");
            loop.run();
            assertThat(failure(call)).hasMessage("not mine");
            assertThat(next).isCompleted();
        }

        @Test
        void endsTheCallsBehindAlsoWhenAConsumerFailsAtItsEnd() {
            peer.on("get").send("{'id':$id,'result':[1,").thenHangUp();
            JsonRpcConnection connection = connection();
            connection.call(new Call<Void>(
                    "get", JsonBytes.EMPTY_ARRAY, TIMEOUT, TimeoutFrom.REQUEST, () -> new Collector<Void>() {
                        @Override
                        public void onFailure(Throwable cause) {
                            throw new IllegalArgumentException("fails even at failing");
                        }
                    }));
            CompletableFuture<JsonValue> behind = connection.call("other");
            loop.run();
            assertThat(failure(behind)).isInstanceOf(ConnectionClosedException.class);
        }

        @Test
        void ofNotificationsGoesToTheirConsumer() {
            var consumer = new Collector<Void>();
            handler.notificationConsumer = consumer;
            connection();
            peer.send("{'id':null,'method':'update','params':[1,");
            loop.run();
            assertThat(consumer.text).hasToString("[1,");
            peer.send("2]}");
            loop.run();
            assertThat(consumer.text).hasToString("[1,2];");
            assertThat(handler.heard).isEmpty();
        }
    }

    @Nested
    class BothSides {
        @Test
        void e40_anEchoOfThePeerIsAnsweredWithTheSameParams() {
            connection();
            peer.send("{'id':'echo','method':'echo','params':[1, {'a':2.0}]}");
            loop.run();
            assertThat(peer.wire()).isEqualTo(Json.text("{'id':'echo','result':[1, {'a':2.0}],'error':null}"));
            assertThat(handler.requests).isEmpty();
        }

        @Test
        void e41_anUnknownRequestIsRefusedAndAnUnknownNotificationPassedOver() {
            opened = JsonRpcConnection.open(peer.transport(), ConnectionOptions.defaults(), PeerHandler.NONE);
            peer.send("{'id':[1.0],'method':'what','params':[]}{'id':null,'method':'what','params':[]}");
            loop.run();
            assertThat(peer.wire()).isEqualTo(Json.text("{'id':[1],'error':'unknown method'}"));
        }

        @Test
        void aRequestIsAnsweredNowOrLaterFromAnyThreadButOnce() {
            connection();
            peer.request("{'x':1}", "ask", "['?']");
            loop.run();
            IncomingRequest request = handler.requests.get(0);
            assertThat(request.params()).hasToString("[\"?\"]");
            request.reply(Json.bytes("{}"));
            loop.run();
            assertThat(peer.wire()).isEqualTo(Json.text("{'id':{'x':1},'result':{},'error':null}"));
            assertThatThrownBy(() -> request.reply(Json.bytes("{}"))).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void e03_anAnswerIsNeverNull() {
            connection();
            peer.request("1", "ask", "[]");
            loop.run();
            IncomingRequest request = handler.requests.get(0);
            assertThatThrownBy(() -> request.replyError(JsonValue.ofNull()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> request.reply(Json.bytes("null"))).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void aHandlerThatFailsIsAnInternalErrorAndNoMore() {
            JsonRpcConnection connection = connection();
            peer.request("1", "boom", "[]");
            loop.run();
            assertThat(peer.wire()).isEqualTo(Json.text("{'id':1,'error':'internal error'}"));
            assertThat(connection.isOpen()).isTrue();
        }

        @Test
        void notificationsAreHeardInOrder() {
            connection();
            peer.notify("a", "[1]");
            peer.notify("b", "[2]");
            loop.run();
            assertThat(handler.heard).containsExactly("a[1]", "b[2]");
        }
    }

    @Nested
    class TheEnd {
        @Test
        void ofAMalformedMessageFailsEveryCallWithItsOffset() {
            peer.on("m").stayQuiet();
            JsonRpcConnection connection = connection();
            CompletableFuture<JsonValue> first = connection.call("m");
            CompletableFuture<JsonValue> second = connection.call("m");
            loop.run();
            peer.send("{'id':0,'result':[}");
            loop.run();
            assertThat(failure(first))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("offset 18");
            assertThat(failure(second)).isInstanceOf(MalformedMessageException.class);
            assertThat(connection.closed().join()).isInstanceOf(MalformedMessageException.class);
            assertThat(peer.isClosed()).isTrue();
            assertThat(handler.ended).isTrue();
        }

        @Test
        void ofAnOversizedMessageNamesTheLimit() {
            peer.on("m").reply("'" + "x".repeat(2000) + "'");
            CompletableFuture<JsonValue> call = connection(
                            ConnectionOptions.builder().maxMessageBytes(1000).build())
                    .call("m");
            loop.run();
            assertThat(failure(call)).hasMessageContaining("maxMessageBytes");
        }

        @Test
        void thatWeMadeLetsQueuedMessagesLeave() {
            peer.on("m").stayQuiet();
            JsonRpcConnection connection = connection();
            CompletableFuture<JsonValue> call = connection.call("m");
            connection.notify("bye", JsonBytes.EMPTY_ARRAY);
            connection.close();
            assertThat(connection.isOpen()).isFalse();
            loop.run();
            assertThat(peer.received("bye")).hasSize(1);
            assertThat(failure(call))
                    .isInstanceOfSatisfying(
                            ConnectionClosedException.class,
                            e -> assertThat(e.requestWritten()).isTrue());
            assertThat(connection.closed()).isCompletedWithValue(null);
            assertThat(handler.ended).isTrue();
        }

        @Test
        void waitsOnlySoLongForAPeerThatDoesNotTakeTheLastBytes() {
            JsonRpcConnection connection = connection();
            peer.pauseReading(true);
            connection.notify("bye", JsonBytes.EMPTY_ARRAY);
            connection.close();
            loop.advance(Duration.ofSeconds(4));
            assertThat(connection.closed()).isNotDone();
            loop.advance(Duration.ofSeconds(1));
            assertThat(connection.closed()).isCompletedWithValue(null);
        }

        @Test
        void refusesCallsAfterwards() {
            JsonRpcConnection connection = connection();
            connection.close();
            assertThat(failure(connection.call("m")))
                    .isInstanceOfSatisfying(
                            ConnectionClosedException.class,
                            e -> assertThat(e.requestWritten()).isFalse());
            assertThatThrownBy(() -> connection.notify("n", JsonBytes.EMPTY_ARRAY))
                    .isInstanceOf(ConnectionClosedException.class);
        }

        @Test
        void thatThePeerMadeIsACause() {
            JsonRpcConnection connection = connection();
            peer.hangUp();
            loop.run();
            assertThat(connection.closed().join()).hasMessage("the peer hung up");
        }

        @Test
        void forAReasonIsTheReasonOfEveryCall() {
            peer.on("m").stayQuiet();
            JsonRpcConnection connection = connection();
            CompletableFuture<JsonValue> call = connection.call("m");
            loop.run();
            var reason = new IllegalStateException("enough");
            connection.close(reason);
            loop.run();
            assertThat(failure(call))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasCause(reason);
            assertThat(connection.closed()).isCompletedWithValue(reason);
        }

        @Test
        void insideAHandlerStopsTheMessagesBehind() {
            opened = JsonRpcConnection.open(peer.transport(), ConnectionOptions.defaults(), new PeerHandler() {
                @Override
                public void onNotification(String method, JsonBytes params) {
                    handler.heard.add(method);
                    opened.close();
                }
            });
            peer.send("{'id':null,'method':'a','params':[]}{'id':null,'method':'b','params':[]}");
            loop.run();
            assertThat(handler.heard).containsExactly("a");
        }
    }

    @Nested
    class Limits {
        @Test
        void refuseCallsWhenTooMuchWaitsForThePeer() {
            JsonRpcConnection connection = connection(
                    ConnectionOptions.builder().maxOutboundBytes(1000).build());
            peer.pauseReading(true);
            JsonValue large = JsonValue.of("x".repeat(600));
            CompletableFuture<JsonValue> first = connection.call("echo", large);
            assertThat(failure(connection.call("echo", large))).isInstanceOf(OutboundLimitException.class);
            loop.run();
            assertThat(failure(connection.call("echo", large))).isInstanceOf(OutboundLimitException.class);
            assertThatThrownBy(() -> connection.notify("n", JsonBytes.of(JsonValue.array(large))))
                    .isInstanceOf(OutboundLimitException.class);
            assertThat(connection.pendingCalls()).isOne();
            peer.pauseReading(false);
            loop.run();
            assertThat(first).isCompleted();
            CompletableFuture<JsonValue> next = connection.call("echo", large);
            loop.run();
            assertThat(next).isCompleted();
        }

        @Test
        void refuseCallsWhenTooManyArePending() {
            peer.on("m").stayQuiet();
            JsonRpcConnection connection =
                    connection(ConnectionOptions.builder().maxPendingRequests(2).build());
            connection.call("m");
            connection.call("m");
            assertThat(failure(connection.call("m"))).hasMessageContaining("maxPendingRequests");
        }

        @Test
        void e26_stopReadingWhileRepliesWaitForThePeer() {
            connection(ConnectionOptions.builder().pauseAboveReplyBytes(5000).build());
            peer.pauseReading(true);
            JsonBytes large = JsonBytes.of(JsonValue.of("x".repeat(3000)));
            for (int i = 0; i < 20; i++) {
                peer.request("1", "ask", "[]");
                loop.run();
                handler.requests.stream().skip(i).forEach(request -> request.reply(large));
                loop.run();
            }
            assertThat(handler.requests).hasSizeLessThanOrEqualTo(3);
            peer.pauseReading(false);
            loop.run();
            assertThat(handler.requests).hasSize(20);
        }

        @Test
        void closeTheConnectionToAPeerThatNeverReads() {
            JsonRpcConnection connection = connection(ConnectionOptions.builder()
                    .maxOutboundBytes(1000)
                    .closeAboveOutboundBytes(5000)
                    .build());
            peer.request("1", "ask", "[]");
            loop.run();
            peer.pauseReading(true);
            handler.requests.get(0).reply(JsonBytes.of(JsonValue.of("x".repeat(6000))));
            loop.run();
            assertThat(connection.closed().join())
                    .isInstanceOf(OutboundLimitException.class)
                    .hasMessageContaining("closeAboveOutboundBytes");
        }

        @Test
        void doNotPauseForOwnCalls() {
            JsonRpcConnection connection = connection(
                    ConnectionOptions.builder().pauseAboveReplyBytes(100).build());
            peer.pauseReading(true);
            connection.call("echo", JsonValue.of("x".repeat(3000)));
            loop.run();
            peer.notify("still", "[]");
            loop.run();
            assertThat(handler.heard).containsExactly("still[]");
            peer.pauseReading(false);
        }
    }

    @Nested
    class Probes {
        private final Duration interval = Duration.ofSeconds(5);
        private final ConnectionOptions options =
                ConnectionOptions.builder().inactivityProbe(interval).build();

        @Test
        void e40_askASilentPeerAndAreContentWithAnyAnswer() {
            JsonRpcConnection connection = connection(options);
            loop.advance(Duration.ofSeconds(4));
            assertThat(peer.wire()).isEmpty();
            loop.advance(Duration.ofSeconds(1));
            assertThat(peer.wire()).isEqualTo(Json.text("{'id':'echo','method':'echo','params':[]}"));
            loop.advance(Duration.ofSeconds(60));
            assertThat(connection.isOpen()).isTrue();
            assertThat(peer.received("echo")).hasSize(13);
        }

        @Test
        void e40_endAConnectionToAPeerThatStaysSilent() {
            peer.on("echo").stayQuiet();
            JsonRpcConnection connection = connection(options);
            loop.advance(Duration.ofSeconds(9));
            assertThat(connection.isOpen()).isTrue();
            loop.advance(Duration.ofSeconds(1));
            assertThat(connection.closed().join()).hasMessageContaining("no sign of life");
        }

        @Test
        void e40_areContentWithHalfAMessage() {
            peer.on("echo").stayQuiet();
            JsonRpcConnection connection = connection(options);
            loop.advance(Duration.ofSeconds(9));
            peer.send("{");
            loop.advance(Duration.ofSeconds(9));
            assertThat(connection.isOpen()).isTrue();
            loop.advance(Duration.ofSeconds(1));
            assertThat(connection.isOpen()).isFalse();
        }

        @Test
        void areContentWithBytesThatLeaveABacklog() {
            peer.on("echo").stayQuiet();
            JsonRpcConnection connection = connection(options);
            peer.pauseReading(true);
            for (int i = 0; i < 10; i++) {
                connection.notify("n", JsonBytes.EMPTY_ARRAY);
                loop.advance(Duration.ofSeconds(2));
                peer.pauseReading(false);
                loop.run();
                peer.pauseReading(true);
                connection.notify("n", JsonBytes.EMPTY_ARRAY);
                loop.advance(Duration.ofSeconds(2));
            }
            assertThat(connection.isOpen()).isTrue();
            loop.advance(Duration.ofSeconds(11));
            assertThat(connection.isOpen()).isFalse();
        }

        @Test
        void doNotBlameThePeerForOurOwnStall() {
            peer.on("echo").stayQuiet();
            JsonRpcConnection connection = connection(options);
            loop.advance(interval);
            loop.clock().advance(Duration.ofSeconds(20)); // Nothing of ours runs meanwhile, and the timer comes late.
            loop.run();
            assertThat(connection.isOpen()).isTrue();
            loop.advance(Duration.ofSeconds(2));
            assertThat(connection.isOpen()).isFalse();
        }

        @Test
        void areNotSentWhileWeDoNotReadOurselves() {
            JsonRpcConnection connection = connection(options);
            connection.pauseReading();
            loop.advance(Duration.ofMinutes(5));
            assertThat(connection.isOpen()).isTrue();
            assertThat(peer.wire()).isEmpty();
        }
    }
}
