package dev.ovsdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A client that is wrong is found out by the case that is about it. */
class WrongClientTest {
    private static final UnaryOperator<JsonObject> RIGHT =
            request -> JsonValue.object("id", request.get("id").orElseThrow())
                    .with("result", request.get("params").orElseThrow())
                    .with("error", JsonValue.ofNull());

    private static final JsonObject SILENCE = JsonObject.EMPTY;

    @Test
    void echoAnsweredWithoutItsParams() {
        assertThat(message("client-echo", request -> RIGHT.apply(request).with("result", JsonValue.array())))
                .contains("differs   at result: expected 4 elements, received 0");
    }

    @Test
    void idsThatBecomeText() {
        assertThat(message(
                        "client-ids",
                        request -> RIGHT.apply(request)
                                .with(
                                        "id",
                                        JsonValue.of(
                                                request.get("id").orElseThrow().toString()))))
                .contains("differs   at id: expected {\"a\":[1,2]}, received \"{\\\"a\\\":[1,2]}\"");
    }

    @Test
    void notificationsThatAreAnswered() {
        assertThat(message("client-notifications", RIGHT)).contains("differs   at id: expected 1, received null");
    }

    @Test
    void aClientThatDoesNotConnectAgain() {
        assertThat(message("client-connects-again-after", RIGHT)).contains("differs   no client connected");
    }

    @Test
    void aClientThatDoesNotFallBack() {
        assertThat(message("client-falls-back-to-monitor-cond", RIGHT))
                .contains("expected  $monitor", "differs   nothing came for 1000 ms");
    }

    @Test
    void aClientThatTakesRepliesInTheOrderOfItsRequests() {
        CaseResult result = judge("client-replies-may-come-in-another-order", InOrder::new);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.message()).contains("expected  $monitor", "differs   the client ended the connection");
    }

    @Test
    void aClientThatNeverWaitsForTwoRepliesCannotConfuseThem() {
        CaseResult result = judge(
                "client-replies-may-come-in-another-order",
                remote -> new Client(
                        remote, request -> request.get("id").orElseThrow().isNull() ? SILENCE : RIGHT.apply(request)));
        assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.NOT_RUN);
        assertThat(result.message())
                .isEqualTo("the client never had two requests at once that waited for their answers");
    }

    @Test
    void aClientThatIsNoneIsNoClient() {
        CaseResult result = judge("client-echo", remote -> {
            throw new IOException("no such program");
        });
        assertThat(result.message())
                .isEqualTo("the client cannot be started or ended: java.io.IOException: no such program");
    }

    private static String message(String name, UnaryOperator<JsonObject> reply) {
        CaseResult result = judge(name, remote -> new Client(remote, reply));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        return result.message();
    }

    private static CaseResult judge(String name, ClientStarter starter) {
        return Conformance.builder()
                .client("wrong", starter)
                .cases(name)
                .patience(Duration.ofSeconds(1))
                .run()
                .of("wrong")
                .results()
                .get(0);
    }

    /** Asks for a schema and a lock, and goes if the reply that comes first is no schema. */
    private static final class InOrder implements AutoCloseable {
        private final RawSession session;
        private final Thread thread = new Thread(this::ask, "client in order");

        InOrder(String remote) {
            session = RawSession.open(remote);
            thread.start();
        }

        private void ask() {
            session.send("{'id':0,'method':'get_schema','params':['Conformance']}");
            session.send("{'id':1,'method':'lock','params':['one']}");
            JsonObject first = (JsonObject) JsonValue.parse(session.receive());
            if (((JsonObject) first.get("result").orElseThrow()).get("tables").isPresent()) {
                session.send("{'id':2,'method':'monitor','params':['Conformance',null,{'One':{}}]}");
                session.receive();
            }
            session.close();
        }

        @Override
        public void close() throws InterruptedException {
            thread.join();
        }
    }

    /** Asks for one monitor, answers whatever comes with a method, and stays away when the connection ends. */
    private static final class Client implements AutoCloseable {
        private final RawSession session;
        private final Thread thread;

        Client(String remote, UnaryOperator<JsonObject> reply) {
            session = RawSession.open(remote);
            session.send(
                    "{'id':0,'method':'monitor_cond_since','params':['Conformance',null,{'One':[{}]},'00000000-0000-0000-0000-000000000000']}");
            thread = new Thread(() -> answer(reply), "wrong client");
            thread.start();
        }

        private void answer(UnaryOperator<JsonObject> reply) {
            Optional<byte[]> message = session.receiveUnlessClosed();
            while (message.isPresent()) {
                JsonObject request = (JsonObject) JsonValue.parse(message.get());
                if (request.get("method").isPresent()) {
                    say(reply.apply(request));
                }
                message = session.receiveUnlessClosed();
            }
        }

        private void say(JsonObject reply) {
            if (!reply.equals(SILENCE)) session.send(reply.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws InterruptedException {
            session.close();
            thread.join();
        }
    }
}
