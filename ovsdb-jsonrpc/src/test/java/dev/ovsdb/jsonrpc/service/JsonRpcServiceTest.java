package dev.ovsdb.jsonrpc.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.testing.ThreadEventLoop;
import dev.ovsdb.jsonrpc.transport.InMemoryTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JsonRpcServiceTest {
    private final ManualEventLoop loop = new ManualEventLoop();
    private final ScriptedPeer peer = new ScriptedPeer(loop);
    private final Calculator calculator = new Calculator();

    record Point(int x, int y) {}

    record Holder(JsonValue any, String name) {}

    static final class Calculator {
        final List<String> heard = new ArrayList<>();
        final CompletableFuture<String> later = new CompletableFuture<>();

        @JsonRpcMethod
        public long sum(long... numbers) {
            return LongStream.of(numbers).sum();
        }

        @JsonRpcMethod("move-point")
        public Point move(Point point, int by) {
            return new Point(point.x() + by, point.y() + by);
        }

        @JsonRpcMethod
        public JsonValue same(JsonValue any) {
            return any;
        }

        @JsonRpcMethod
        public Holder hold(Holder holder) {
            return holder;
        }

        @JsonRpcMethod
        public int members(JsonObject object, String first, List<String> rest) {
            return object.size() + rest.size();
        }

        @JsonRpcMethod
        public void tell(String line) {
            heard.add(line);
        }

        @JsonRpcMethod
        public CompletableFuture<String> wait(String ignored) {
            return later;
        }

        @JsonRpcMethod
        public void refuse() {
            throw new ServiceException("not today");
        }

        @JsonRpcMethod
        public void fail() throws Exception {
            throw new Exception("broken");
        }

        @JsonRpcMethod
        public CompletableFuture<String> unreadable() {
            return CompletableFuture.completedFuture("half \ud800");
        }

        @JsonRpcMethod
        public CompletableFuture<JsonBytes> none() {
            return CompletableFuture.completedFuture(Json.bytes("null"));
        }

        public void notAMethod() {}
    }

    private String ask(String method, String params) {
        return ask(JsonRpcService.of(calculator), method, params);
    }

    private String ask(PeerHandler handler, String method, String params) {
        JsonRpcConnection.open(peer.transport(), ConnectionOptions.defaults(), handler);
        peer.request("1", method, params);
        loop.run();
        return peer.wire().replace('"', '\'');
    }

    @Nested
    class Answers {
        @Test
        void byVarargs() {
            assertThat(ask("sum", "[1,2,3]")).isEqualTo("{'id':1,'result':6,'error':null}");
        }

        @Test
        void byVarargsWithNone() {
            assertThat(ask("sum", "[]")).contains("'result':0");
        }

        @Test
        void underAnotherNameWithMappedTypes() {
            assertThat(ask("move-point", "[{'x':1,'y':2},10]")).contains("'result':{'x':11,'y':12}");
        }

        @Test
        void withGenericJsonAsItIs() {
            assertThat(ask("same", "[{'a':[1.0,null]}]")).contains("'result':{'a':[1,null]}");
        }

        @Test
        void withGenericJsonInsideAnObject() {
            assertThat(ask("hold", "[{'any':{'b':[1]},'name':'n'}]")).contains("'result':{'any':{'b':[1]},'name':'n'}");
        }

        @Test
        void withListsAndObjects() {
            assertThat(ask("members", "[{'a':1},'f',['x','y']]")).contains("'result':3");
        }

        @Test
        void voidWithAnEmptyObject() {
            assertThat(ask("tell", "['hi']")).contains("'result':{}");
            assertThat(calculator.heard).containsExactly("hi");
        }

        @Test
        void later() {
            assertThat(ask("wait", "['x']")).isEmpty();
            calculator.later.complete("done");
            loop.run();
            assertThat(peer.wire()).contains("\"result\":\"done\"");
        }

        @Test
        void notificationsWithSilence() {
            JsonRpcConnection.open(peer.transport(), ConnectionOptions.defaults(), JsonRpcService.of(calculator));
            peer.notify("tell", "['psst']");
            peer.notify("tell", "[]");
            peer.notify("fail", "[]");
            loop.run();
            assertThat(calculator.heard).containsExactly("psst");
            assertThat(peer.wire()).isEmpty();
        }
    }

    @Nested
    class Refuses {
        @Test
        void tooFewParameters() {
            assertThat(ask("tell", "[]")).contains("invalid parameters", "tell takes 1 parameters, not 0");
        }

        @Test
        void tooManyParameters() {
            assertThat(ask("tell", "['a','b']")).contains("'error':'invalid parameters'");
        }

        @Test
        void parametersOfAnotherType() {
            assertThat(ask("sum", "[1,'two']")).contains("parameter 1 of sum is no long");
        }

        @Test
        void anotherKindOfJson() {
            assertThat(ask("members", "[1,'a',[]]")).contains("expected a JsonObject, found 1");
        }

        @Test
        void nullForAPrimitive() {
            assertThat(ask("move-point", "[{'x':1,'y':2},null]")).contains("invalid parameters");
        }

        @Test
        void unknownMethods() {
            assertThat(ask("notAMethod", "[]")).isEqualTo("{'id':1,'error':'unknown method'}");
        }

        @Test
        void withTheErrorThatTheMethodChose() {
            assertThat(ask("refuse", "[]")).isEqualTo("{'id':1,'error':'not today'}");
        }

        @Test
        void withAnInternalErrorWhenTheMethodFails() {
            assertThat(ask("fail", "[]")).isEqualTo("{'id':1,'error':{'error':'internal error','details':'broken'}}");
        }

        @Test
        void aResultThatJsonCannotHold() {
            assertThat(ask("unreadable", "[]")).contains("'error':{'error':'internal error'");
        }

        @Test
        void aResultThatIsNone() {
            assertThat(ask("none", "[]")).contains("'error':{'error':'internal error'");
        }

        @Test
        void inAPlainWayIfTheShapeFails() {
            var service = JsonRpcService.builder()
                    .service(calculator)
                    .errors((method, thrown) -> {
                        throw new IllegalStateException("no shape");
                    })
                    .build();
            assertThat(ask(service, "fail", "[]")).contains("'error':'internal error'");
        }

        @Test
        void aPeerThatSendsNonsense() {
            JsonRpcConnection connection = JsonRpcConnection.open(
                    peer.transport(), ConnectionOptions.defaults(), JsonRpcService.of(calculator));
            peer.request("1", "sum", "[1e999]");
            loop.run();
            assertThat(connection.closed()).isCompletedWithValueMatching(MalformedMessageException.class::isInstance);
        }

        @Test
        void inTheShapeThatWasChosen() {
            var service = JsonRpcService.builder()
                    .service(calculator)
                    .errors((method, thrown) -> JsonArray.EMPTY)
                    .build();
            assertThat(ask(service, "fail", "[]")).isEqualTo("{'id':1,'error':[]}");
        }
    }

    static final class Clashing {
        @JsonRpcMethod("go")
        public void first() {}

        @JsonRpcMethod("go")
        public void second() {}
    }

    static final class Hidden {
        @JsonRpcMethod
        void secret() {}
    }

    @Nested
    class IsRefusedAtOnce {
        @Test
        void whenTwoMethodsHaveOneName() {
            assertThatThrownBy(() -> JsonRpcService.of(new Clashing()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("\"go\"", "Clashing.first()", "Clashing.second()");
        }

        @Test
        void whenTwoObjectsHaveMethodsOfOneName() {
            assertThatThrownBy(() -> JsonRpcService.of(new Calculator(), new Calculator()))
                    .hasMessageContaining("two methods are named");
        }

        @Test
        void whenAMethodIsNotPublic() {
            assertThatThrownBy(() -> JsonRpcService.of(new Hidden())).hasMessageContaining("must be public");
        }

        @Test
        void whenThereIsNothingToCall() {
            assertThatThrownBy(() -> JsonRpcService.of("text")).hasMessageContaining("has no method");
        }
    }

    interface RemoteCalculator {
        CompletableFuture<Long> sum(long... numbers);

        @JsonRpcMethod("move-point")
        CompletableFuture<Point> move(Point point, int by);

        CompletableFuture<Void> refuse();

        @JsonRpcMethod(value = "tell", notification = true)
        void whisper(String line);

        default CompletableFuture<Long> two() {
            return sum(1, 1);
        }
    }

    interface BlockingCalculator {
        long sum(long... numbers);

        void refuse();
    }

    @Nested
    class ARemoteService {
        private JsonRpcConnection connect() {
            InMemoryTransport.Pair pair = InMemoryTransport.pair(loop);
            JsonRpcConnection.open(pair.second(), ConnectionOptions.defaults(), JsonRpcService.of(calculator));
            return JsonRpcConnection.open(pair.first(), ConnectionOptions.defaults(), PeerHandler.NONE);
        }

        private final RemoteCalculator remote = RemoteService.of(connect()).as(RemoteCalculator.class);

        @Test
        void callsWithAndWithoutVarargs() {
            var sum = remote.sum(4, 5);
            var moved = remote.move(new Point(0, 1), 2);
            var two = remote.two();
            loop.run();
            assertThat(sum).isCompletedWithValue(9L);
            assertThat(moved).isCompletedWithValue(new Point(2, 3));
            assertThat(two).isCompletedWithValue(2L);
        }

        @Test
        void notifies() {
            remote.whisper("psst");
            loop.run();
            assertThat(calculator.heard).containsExactly("psst");
        }

        @Test
        void failsAsTheCallDoes() {
            var refused = remote.refuse();
            loop.run();
            assertThatThrownBy(refused::join).hasCauseInstanceOf(RemoteErrorException.class);
        }

        @Test
        void refusesArgumentsThatJsonCannotHold() {
            assertThatThrownBy(() -> remote.whisper("half \ud800")).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void describesItself() {
            assertThat(remote).hasToString("RemoteCalculator of memory:second").isEqualTo(remote);
        }

        @Test
        void waitsForResultsButNeverOnTheEventLoop() {
            try (var thread = new ThreadEventLoop()) {
                InMemoryTransport.Pair pair = InMemoryTransport.pair(thread);
                JsonRpcConnection.open(pair.second(), ConnectionOptions.defaults(), JsonRpcService.of(calculator));
                JsonRpcConnection connection =
                        JsonRpcConnection.open(pair.first(), ConnectionOptions.defaults(), PeerHandler.NONE);
                var blocking = RemoteService.of(connection).as(BlockingCalculator.class);
                assertThat(blocking.sum(1, 2)).isEqualTo(3);
                assertThatThrownBy(blocking::refuse).isInstanceOf(RemoteErrorException.class);
                var onLoop = CompletableFuture.supplyAsync(() -> blocking.sum(1), thread);
                assertThatThrownBy(onLoop::join).hasCauseInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void errorsMayBePlainStrings() {
        var service = JsonRpcService.builder()
                .service(calculator)
                .errors(ErrorShape.STRING)
                .build();
        assertThat(ask(service, "sum", "['x']")).isEqualTo("{'id':1,'error':'invalid parameters'}");
        assertThat(service.methodNames()).contains("sum", "move-point");
        assertThat(Json.value("1.0")).isEqualTo(JsonValue.of(1));
    }
}
