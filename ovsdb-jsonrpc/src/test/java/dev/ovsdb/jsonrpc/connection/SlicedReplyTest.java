package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A reply whose body is made while the peer takes it, and what servers ask of a connection besides. */
class SlicedReplyTest {
    private final ManualEventLoop loop = new ManualEventLoop();
    private final ScriptedPeer peer = new ScriptedPeer(loop);
    private final List<IncomingRequest> requests = new ArrayList<>();
    private int writables;
    private @Nullable Throwable endCause;

    private JsonRpcConnection open(ConnectionOptions options) {
        JsonRpcConnection connection = JsonRpcConnection.open(peer.transport(), options, new PeerHandler() {
            @Override
            public void onRequest(IncomingRequest request) {
                requests.add(request);
            }

            @Override
            public void onWritable() {
                writables++;
            }

            @Override
            public void onClosed(@Nullable Throwable cause) {
                endCause = cause;
            }
        });
        loop.run();
        return connection;
    }

    private JsonRpcConnection open() {
        return open(ConnectionOptions.defaults());
    }

    private IncomingRequest ask(String id) {
        peer.request(id, "dump", "[]");
        loop.run();
        return requests.get(requests.size() - 1);
    }

    /** Hands pieces over when told to. */
    private static final class Source implements BodySource {
        @Nullable
        PieceSink asked;

        int asks;
        int closes;

        @Override
        public void next(PieceSink sink) {
            asks++;
            asked = sink;
        }

        void piece(String text) {
            take().piece(List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
        }

        void piece(int bytes) {
            take().piece(List.of(ByteBuffer.wrap(" ".repeat(bytes).getBytes(StandardCharsets.UTF_8))));
        }

        PieceSink take() {
            PieceSink sink = asked;
            asked = null;
            if (sink == null) {
                throw new AssertionError("no piece was asked for");
            }
            return sink;
        }

        @Override
        public void close() {
            closes++;
        }
    }

    @Nested
    class ABody {
        @Test
        void arrivesAsOneReply() {
            open();
            Source source = new Source();
            ask("7").reply(source);
            loop.run();
            source.piece("[1,");
            loop.run();
            source.piece("2]");
            loop.run();
            source.take().end();
            loop.run();
            assertThat(peer.wire()).isEqualTo("{\"id\":7,\"result\":[1,2],\"error\":null}");
            assertThat(source.closes).isEqualTo(1);
        }

        @Test
        void holdsBackWhatIsSentBehindIt() {
            JsonRpcConnection connection = open();
            Source source = new Source();
            IncomingRequest first = ask("1");
            IncomingRequest second = ask("2");
            first.reply(source);
            connection.notify("update", Json.bytes("[]"));
            loop.run();
            second.reply(Json.bytes("{}"));
            loop.run();
            assertThat(peer.wire()).isEqualTo("{\"id\":1,\"result\":");
            assertThat(connection.isWritable()).isFalse();
            source.piece("[]");
            loop.run();
            source.take().end();
            loop.run();
            assertThat(peer.wire())
                    .isEqualTo("{\"id\":1,\"result\":[],\"error\":null}"
                            + "{\"id\":null,\"method\":\"update\",\"params\":[]}"
                            + "{\"id\":2,\"result\":{},\"error\":null}");
            assertThat(connection.isWritable()).isTrue();
            assertThat(writables).isPositive();
        }

        @Test
        void isFollowedByAnotherBody() {
            open();
            Source first = new Source();
            Source second = new Source();
            IncomingRequest one = ask("1");
            IncomingRequest two = ask("2");
            one.reply(first);
            two.reply(second);
            loop.run();
            assertThat(second.asks).isZero();
            first.piece("1");
            loop.run();
            first.take().end();
            loop.run();
            second.piece("2");
            loop.run();
            second.take().end();
            loop.run();
            assertThat(peer.wire())
                    .isEqualTo("{\"id\":1,\"result\":1,\"error\":null}{\"id\":2,\"result\":2,\"error\":null}");
        }

        @Test
        void isAskedForNoMoreThanThePeerTakes() {
            open();
            Source source = new Source();
            ask("1").reply(source);
            loop.run();
            peer.pauseReading(true);
            loop.run();
            source.piece(200 * 1024);
            loop.run();
            assertThat(source.asks)
                    .as("little waits, one more is made meanwhile")
                    .isEqualTo(2);
            source.piece(200 * 1024);
            loop.run();
            assertThat(source.asks).as("enough waits").isEqualTo(2);
            peer.pauseReading(false);
            loop.run();
            assertThat(source.asks).isEqualTo(3);
        }

        @Test
        void stopsReadingUntilItsEnd() {
            open();
            Source source = new Source();
            ask("1").reply(source);
            loop.run();
            peer.request("2", "dump", "[]");
            loop.run();
            assertThat(requests).hasSize(1);
            source.piece("1");
            loop.run();
            source.take().end();
            loop.run();
            assertThat(requests).hasSize(2);
        }

        @Test
        void takesPiecesThatComeAtOnceWithoutEndOfStack() {
            open();
            BodySource atOnce = new BodySource() {
                private int left = 50_000;

                @Override
                public void next(PieceSink sink) {
                    if (left-- == 0) {
                        sink.end();
                    } else {
                        sink.piece(List.of(ByteBuffer.wrap(new byte[] {' '})));
                    }
                }

                @Override
                public void close() {}
            };
            ask("1").reply(atOnce);
            loop.run();
            assertThat(peer.wire()).endsWith(",\"error\":null}").hasSizeGreaterThan(50_000);
        }

        @Test
        void refusesASecondPieceForOneAsking() {
            open();
            Source source = new Source();
            ask("1").reply(source);
            loop.run();
            PieceSink sink = source.take();
            sink.piece(List.of());
            assertThatThrownBy(sink::end).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class WhenTheConnectionEnds {
        @Test
        void theBodyUnderWayIsClosedOnce() {
            open();
            Source source = new Source();
            ask("1").reply(source);
            loop.run();
            PieceSink late = source.take();
            peer.hangUp();
            loop.run();
            late.piece(List.of(ByteBuffer.wrap(new byte[] {'1'})));
            loop.run();
            assertThat(source.closes).isEqualTo(1);
        }

        @Test
        void bodiesThatWaitAreClosedToo() {
            JsonRpcConnection connection = open();
            Source first = new Source();
            Source second = new Source();
            Source third = new Source();
            IncomingRequest one = ask("1");
            IncomingRequest two = ask("2");
            IncomingRequest three = ask("3");
            one.reply(first);
            two.reply(second);
            loop.run();
            connection.close();
            loop.run();
            three.reply(third);
            loop.run();
            assertThat(List.of(first.closes, second.closes, third.closes)).containsExactly(1, 1, 1);
        }

        @Test
        void aBodyThatCannotBeCompletedIsTheCause() {
            open();
            Source source = new Source();
            ask("1").reply(source);
            loop.run();
            RuntimeException reason = new ConnectionClosedException("the disk is gone", true, null);
            source.take().fail(reason);
            loop.run();
            assertThat(endCause).isSameAs(reason);
            assertThat(source.closes).isEqualTo(1);
        }
    }

    @Nested
    class TheProbe {
        private final ConnectionOptions probing = ConnectionOptions.builder()
                .inactivityProbe(Duration.ofSeconds(5))
                .build();

        @Test
        void isPatientWhileTheSourceIsSlow() {
            JsonRpcConnection connection = open(probing);
            Source source = new Source();
            ask("1").reply(source);
            loop.run();
            peer.pauseReading(true);
            loop.advance(Duration.ofSeconds(60));
            assertThat(connection.isOpen()).isTrue();
        }

        @Test
        void dropsAPeerThatTakesNothingOfABody() {
            JsonRpcConnection connection = open(probing);
            Source source = new Source();
            ask("1").reply(source);
            loop.run();
            peer.pauseReading(true);
            source.piece(300 * 1024);
            loop.advance(Duration.ofSeconds(60));
            assertThat(connection.isOpen()).isFalse();
            assertThat(source.closes).isEqualTo(1);
        }

        @Test
        void changesItsInterval() {
            JsonRpcConnection connection = open();
            connection.inactivityProbe(Optional.of(Duration.ofSeconds(1)));
            loop.advance(Duration.ofMillis(1_500));
            assertThat(peer.received("echo")).hasSize(1);
            connection.inactivityProbe(Optional.empty());
            loop.advance(Duration.ofSeconds(60));
            assertThat(peer.received("echo")).hasSize(1);
        }
    }

    @Nested
    class ForServers {
        private final ConnectionOptions server = ConnectionOptions.builder()
                .closeOnStrayReply(true)
                .pauseAboveOutboundBytes(1024)
                .build();

        @Test
        void aReplyThatNobodyAskedForEndsTheConnection() {
            open(server);
            peer.send("{'id':5,'result':{},'error':null}");
            loop.run();
            assertThat(endCause).isInstanceOf(MalformedMessageException.class);
        }

        @Test
        void anErrorInAnswerToAProbeEndsTheConnection() {
            open(server);
            peer.send("{'id':'echo','result':null,'error':'no'}");
            loop.run();
            assertThat(endCause).isInstanceOf(MalformedMessageException.class);
        }

        @Test
        void theAnswerToAProbeDoesNot() {
            JsonRpcConnection connection = open(server);
            peer.send("{'id':'echo','result':[],'error':null}");
            loop.run();
            assertThat(connection.isOpen()).isTrue();
        }

        @Test
        void nothingIsReadWhileNotificationsWait() {
            JsonRpcConnection connection = open(server);
            peer.pauseReading(true);
            connection.notify("update", Json.bytes("['" + "x".repeat(2000) + "']"));
            loop.run();
            peer.request("1", "dump", "[]");
            loop.run();
            assertThat(requests).isEmpty();
            peer.pauseReading(false);
            loop.run();
            assertThat(requests).hasSize(1);
        }

        @Test
        void aDroppedRequestIsNeverAnswered() {
            open(server);
            IncomingRequest request = ask("1");
            request.drop();
            assertThatThrownBy(() -> request.replyError(JsonValue.of("late")))
                    .isInstanceOf(IllegalStateException.class);
            loop.run();
            assertThat(peer.wire()).isEmpty();
        }
    }
}
