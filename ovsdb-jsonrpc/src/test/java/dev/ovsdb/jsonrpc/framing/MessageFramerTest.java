package dev.ovsdb.jsonrpc.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.testing.Json;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFramerTest {
    private final List<Message> messages = new ArrayList<>();

    private void feed(String json) {
        feed(FramingLimits.DEFAULT, Json.text(json).getBytes(StandardCharsets.UTF_8));
    }

    private void feed(FramingLimits limits, byte[] bytes) {
        new MessageFramer(limits, messages::add).feed(ByteBuffer.wrap(bytes));
    }

    private List<String> texts() {
        return messages.stream().map(MessageFramerTest::text).toList();
    }

    static String text(Message message) {
        return message.kind() + " " + message.id() + " " + message.method() + " " + message.body();
    }

    @Test
    void anIdleOneHoldsNextToNothing() {
        List<MessageFramer> idle = new ArrayList<>();
        ByteBuffer direct = ByteBuffer.allocateDirect(1_000);
        direct.put("{\"id\":1,\"method\":\"m\",\"params\":[]}".getBytes(StandardCharsets.UTF_8))
                .flip();
        long before = liveHeap();
        for (int i = 0; i < 2_000; i++) {
            MessageFramer framer = new MessageFramer(FramingLimits.DEFAULT, message -> {});
            framer.feed(direct.duplicate());
            idle.add(framer);
        }

        assertThat((liveHeap() - before) / idle.size()).isLessThan(4_000);
    }

    private static long liveHeap() {
        for (int i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void oneMayBeFedWhatAnotherFound() {
        byte[] inner = "{\"id\":2,\"method\":\"inner\",\"params\":[]}".getBytes(StandardCharsets.UTF_8);
        MessageFramer other = new MessageFramer(FramingLimits.DEFAULT, messages::add);
        MessageFramer outer = new MessageFramer(FramingLimits.DEFAULT, message -> {
            messages.add(message);
            other.feed(ByteBuffer.allocateDirect(inner.length).put(inner).flip());
        });
        byte[] two = "{\"id\":1,\"method\":\"m\",\"params\":[]}{\"id\":3,\"method\":\"n\",\"params\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        outer.feed(ByteBuffer.allocateDirect(two.length).put(two).flip());

        assertThat(messages).extracting(Message::method).containsExactly("m", "inner", "n", "inner");
    }

    @Nested
    class FindsMessages {
        @Test
        void ofEachKind() {
            feed("{'id':1,'method':'m','params':[1]}{'id':null,'method':'n','params':[]}"
                    + "{'id':1,'result':{'a':2},'error':null}{'id':1,'error':'no'}");
            assertThat(texts())
                    .containsExactly(
                            "REQUEST 1 m [1]",
                            "NOTIFICATION null n []",
                            "REPLY 1 null {\"a\":2}",
                            "ERROR_REPLY 1 null \"no\"");
        }

        @Test
        void e06_oneBehindAnotherWithWhiteSpaceOrNothingBetween() {
            feed(" \n{'id':1,'result':1}\r\n\t {'id':2,'result':2}{ 'id' : 3 , 'result' : 3 } ");
            assertThat(messages).extracting(Message::id).containsExactly(id(1), id(2), id(3));
        }

        @Test
        void e01_repliesWithMissingOrNullMembers() {
            feed(
                    "{'id':1,'error':'e'}{'id':1,'error':'e','result':null}{'error':null,'id':1,'result':[]}{'id':1,'result':[]}");
            assertThat(messages)
                    .extracting(Message::kind)
                    .containsExactly(
                            Message.Kind.ERROR_REPLY, Message.Kind.ERROR_REPLY, Message.Kind.REPLY, Message.Kind.REPLY);
        }

        @Test
        void e05_idsOfAnyType() {
            feed("{'id':{'b':1,'a':2.0},'result':1}{'id':false,'result':1}{'id':1.5,'result':1}{'id':1.0,'result':1}"
                    + "{'id':'x','result':1}{'id':[null],'result':1}{'id':1e3,'result':1}");
            assertThat(messages)
                    .extracting(Message::id)
                    .containsExactly(
                            Json.value("{'a':2,'b':1}"),
                            JsonValue.of(false),
                            JsonValue.of(1.5),
                            id(1),
                            JsonValue.of("x"),
                            JsonValue.array(JsonValue.ofNull()),
                            id(1000));
        }

        @Test
        void e09_theLastOfMembersWithOneName() {
            feed(
                    "{'id':1,'result':1,'id':2,'result':[2]}{'method':'a','params':[1],'method':'b','params':[2],'id':null}");
            assertThat(texts()).containsExactly("REPLY 2 null [2]", "NOTIFICATION null b [2]");
        }

        @Test
        void e07_numbersUpToTheEndsOfADouble() {
            String result = "[1e308,-1.7976931348623157E+308,2.3e-308,1e-400,0e999,1e03,0." + "0".repeat(300) + "1]";
            feed("{'id':1,'result':" + result + "}");
            assertThat(messages.get(0).requireBody()).hasToString(result);
        }

        @Test
        void e07_numbersOfAnyUsualLength() {
            assertThatThrownBy(() -> feed("{'id':1,'result':[" + "9".repeat(310) + "]}"))
                    .hasMessageContaining("number outside valid range");
            assertThatThrownBy(() -> feed("{'id':1,'result':[" + "9".repeat(100_000) + "]}"))
                    .hasMessageContaining("a number of more than 65536 bytes");
        }

        @Test
        void p05_membersInAnyOrder() {
            feed("{'params':[1],'method':'m','id':7}{'result':{'x':[]},'error':null,'id':8}");
            assertThat(texts()).containsExactly("REQUEST 7 m [1]", "REPLY 8 null {\"x\":[]}");
        }

        @Test
        void namesAndMethodsWithEscapes() {
            feed("{'\\u0069d':1,'m\\u0065thod':'a\\n\\ud83d\\ude00','params':[]}");
            assertThat(messages.get(0).method()).isEqualTo("a\n\uD83D\uDE00");
        }

        @Test
        void withTextOfEveryLengthOfCharacter() {
            feed("{'id':1,'result':['\u00e9\u20ac\uD83D\uDE00 plain and more plain text \u00e9']}");
            assertThat(messages.get(0).requireBody().toValue().toString()).contains("\uD83D\uDE00 plain");
        }

        private JsonValue id(long id) {
            return JsonValue.of(id);
        }
    }

    @Nested
    class RefusesMessages {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[1]", // E6: the top level is an object.
                    "1",
                    "x",
                    "{'id':1,'result':1,'jsonrpc':'2.0'}", // E4: no unknown members.
                    "{'idx':1}",
                    "{}",
                    "{'id':1}",
                    "{'id':1,'result':null,'error':null}", // E3: neither result nor error.
                    "{'id':1,'result':1,'error':1}", // E3: both.
                    "{'id':null,'result':1}",
                    "{'result':1}",
                    "{'id':null,'error':1}",
                    "{'id':1,'method':'m'}", // E4: params missing, null, or no array.
                    "{'id':1,'method':'m','params':null}",
                    "{'id':1,'method':'m','params':{}}",
                    "{'id':1,'params':[]}",
                    "{'id':1,'method':1,'params':[]}",
                    "{'id':1,'method':null,'params':[]}",
                    "{'id':1,'method':'m','params':[],'result':1}",
                    "{'id':1,'result':1,'params':[]}",
                    "{'id':1,'result':[}",
                    "{'id':1,'result':{]}",
                    "{'id':1,'result':[1}}",
                    "{'id':1,'result':[1,]}",
                    "{'id':1,'result':[,1]}",
                    "{'id':1,'result':{'a'}}",
                    "{'id':1,'result':{'a':}}",
                    "{'id':1,'result':{'a':1,}}",
                    "{'id':1,'result':{1:1}}",
                    "{'id':1,'result':[1 2]}",
                    "{'id':1,'result':nul}",
                    "{'id':1,'result':truE}",
                    "{'id':1,'result':nulll}",
                    "{'id':1,'result':[01]}",
                    "{'id':1,'result':[1.]}",
                    "{'id':1,'result':[.1]}",
                    "{'id':1,'result':[1e]}",
                    "{'id':1,'result':[-]}",
                    "{'id':1,'result':[+1]}",
                    "{'id':1,'result':[1e+]}",
                    "{'id':1,'result':[0x1]}",
                    "{'id':1,'result':[1e999]}", // E7: no double is so large, or so small.
                    "{'id':1,'result':-1.5E+309}",
                    "{'id':1,'result':[1e-310]}",
                    "{'id':1,'result':[0e4294967296]}",
                    "{'id':1,'result':['\\x']}",
                    "{'id':1,'result':['\\u00g0']}",
                    "{'id':1,'result':['\\u0000']}", // E8
                    "{'id':1,'result':['\\ud800']}",
                    "{'id':1,'result':['\\ud800x']}",
                    "{'id':1,'result':['\\ud800\\u0041']}",
                    "{'id':1,'result':['\\udc00']}",
                    "{'id':1,'result':['a\tb']}",
                    "{'id':1,'result':['a\nb']}",
                    "{'id':1,,'result':1}",
                    "{'id' 1,'result':1}",
                    "{'id':1 'result':1}",
                    "{id:1}",
                    "{'id':1,'result':1,}",
                })
        void thatBreakARule(String json) {
            assertThatThrownBy(() -> feed(json))
                    .isInstanceOfSatisfying(
                            MalformedMessageException.class,
                            e -> assertThat(e.offset()).isBetween(0L, (long) json.length()));
            assertThat(messages).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "80",
                    "C0AF",
                    "C1BF",
                    "C3",
                    "E08080",
                    "EDA080",
                    "F0808080",
                    "F4908080",
                    "F8888080",
                    "FF",
                    "E282"
                })
        void thatAreNotUtf8(String hex) {
            byte[] bytes = withBytes(hex);
            assertThatThrownBy(() -> feed(FramingLimits.DEFAULT, bytes)).isInstanceOf(MalformedMessageException.class);
        }

        @Test
        void butLetsOtherBytesPassWhereTheReaderOfTheBodyDecides() {
            feed(FramingLimits.DEFAULT.withCheckUtf8(false), withBytes("FF"));
            assertThat(messages).hasSize(1);
        }

        @Test
        void namingTheOffsetInTheStreamAndWhatWasExpected() {
            assertThatThrownBy(() -> feed("{'id':1,'result':1}{'id':1,'result':[1;2]}"))
                    .hasMessage("expected ',' or ']', found ';' (at offset 38)");
        }

        private byte[] withBytes(String hex) {
            byte[] odd = HexFormat.of().parseHex(hex);
            byte[] text = Json.text("{'id':1,'result':'??????????'}").getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(odd, 0, text, 20, odd.length);
            return text;
        }
    }

    @Nested
    class HoldsLimits {
        @Test
        void e09_ofNestingWhichCountTheMessageItself() {
            feed("{'id':1,'result':" + "[".repeat(999) + "]".repeat(999) + "}");
            assertThat(messages).hasSize(1);
            assertThatThrownBy(() -> feed("{'id':1,'result':" + "[".repeat(1000)))
                    .hasMessageContaining("nested deeper than 1000 levels");
        }

        @Test
        void ofBytesKeptExactly() {
            byte[] bytes = Json.text("{'id':1,'result':'abcdef'}").getBytes(StandardCharsets.US_ASCII);
            feed(FramingLimits.DEFAULT.withMaxMessageBytes(bytes.length), bytes);
            assertThat(messages).hasSize(1);
            assertThatThrownBy(() -> feed(FramingLimits.DEFAULT.withMaxMessageBytes(bytes.length - 1), bytes))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("maxMessageBytes");
        }

        @Test
        void ofBytesKeptAlsoWhileTheMessageIsNotComplete() {
            var framer = new MessageFramer(FramingLimits.DEFAULT.withMaxMessageBytes(1000), messages::add);
            framer.feed(ByteBuffer.wrap(Json.text("{'id':1,'result':'").getBytes(StandardCharsets.US_ASCII)));
            assertThatThrownBy(() -> {
                        while (true) {
                            framer.feed(ByteBuffer.wrap(new byte[] {'x', 'x', 'x', 'x', 'x', 'x', 'x'}));
                        }
                    })
                    .hasMessageContaining("more than 1000 bytes");
            assertThat(framer.offset()).isLessThan(1010);
        }

        @Test
        void ofStreamedBytesSeparately() {
            var limits = FramingLimits.DEFAULT.withMaxMessageBytes(100).withMaxStreamedBytes(10_000);
            var sink = new StreamingSink();
            byte[] large =
                    Json.text("{'id':1,'result':['" + "x".repeat(9_000) + "']}").getBytes(StandardCharsets.US_ASCII);
            new MessageFramer(limits, sink).feed(ByteBuffer.wrap(large));
            assertThat(sink.messages).hasSize(1);
            byte[] larger = Json.text("{'id':1,'result':['" + "x".repeat(10_000) + "']}")
                    .getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> new MessageFramer(limits, new StreamingSink()).feed(ByteBuffer.wrap(larger)))
                    .hasMessageContaining("maxStreamedBytes");
        }
    }

    /** Streams every result, and parameters of notifications. */
    static final class StreamingSink implements MessageSink {
        final List<Message> messages = new ArrayList<>();
        final StringBuilder streamed = new StringBuilder();
        int replaced;

        @Override
        public void onMessage(Message message) {
            messages.add(message);
        }

        @Override
        public BodySink streamResult(JsonValue id) {
            return sink();
        }

        @Override
        public @Nullable BodySink streamParams(String method, @Nullable JsonValue id) {
            return id == null || id.isNull() ? sink() : null;
        }

        private BodySink sink() {
            return new BodySink() {
                @Override
                public void onChunk(ByteBuffer chunk) {
                    streamed.append(StandardCharsets.UTF_8.decode(chunk));
                }

                @Override
                public void onReplaced() {
                    replaced++;
                    streamed.setLength(0);
                }
            };
        }
    }

    @Nested
    class HandsBodiesOn {
        private final StreamingSink sink = new StreamingSink();
        private final MessageFramer framer = new MessageFramer(FramingLimits.DEFAULT, sink);

        private void feed(String json) {
            framer.feed(ByteBuffer.wrap(Json.text(json).getBytes(StandardCharsets.UTF_8)));
        }

        @Test
        void asTheyArriveOnceTheIdIsKnown() {
            feed("{'id':1,'result':{'a':");
            assertThat(sink.streamed).hasToString("{\"a\":");
            assertThat(sink.messages).isEmpty();
            feed("1},'error':null}");
            assertThat(sink.streamed).hasToString("{\"a\":1}");
            assertThat(sink.messages).singleElement().matches(Message::isStreamed);
        }

        @Test
        void whenTheyComeBeforeTheHeadOnlyWhole() {
            feed("{'result':[1],'id':1}{'params':[1],'method':'m'}");
            assertThat(sink.streamed).isEmpty();
            assertThat(sink.messages)
                    .extracting(Message::body)
                    .extracting(JsonBytes::toString)
                    .containsOnly("[1]");
        }

        @Test
        void ofNotificationsButNotOfRequests() {
            feed("{'id':5,'method':'m','params':[5]}{'method':'m','params':[6],'id':null}");
            assertThat(sink.streamed).hasToString("[6]");
            assertThat(sink.messages).extracting(Message::isStreamed).containsExactly(false, true);
        }

        @Test
        void butNotScalars() {
            feed("{'id':1,'result':true}{'id':1,'result':12}");
            assertThat(sink.streamed).isEmpty();
            assertThat(sink.messages).hasSize(2);
        }

        @Test
        void e09_againWhenTheMessageGivesThemTwice() {
            feed("{'id':1,'result':[1],'result':[2]}");
            assertThat(sink.streamed).hasToString("[2]");
            feed("{'id':1,'result':[1],'result':3}");
            assertThat(sink.replaced).isEqualTo(2);
            assertThat(sink.messages.get(1).requireBody()).hasToString("3");
        }

        @Test
        void neverUnderAnIdThatIsTakenBack() {
            assertThatThrownBy(() -> feed("{'id':1,'result':[1],'id':2}")).hasMessageContaining("another id");
        }

        @Test
        void neverAsANotificationThatTurnsIntoARequest() {
            assertThatThrownBy(() -> feed("{'method':'m','params':[1],'id':2}")).hasMessageContaining("notification m");
        }
    }

    @Test
    void takesDirectBuffersToo() {
        byte[] bytes =
                Json.text("{'id':1,'result':'" + "x".repeat(200_000) + "'}").getBytes(StandardCharsets.US_ASCII);
        var framer = new MessageFramer(FramingLimits.DEFAULT, messages::add);
        framer.feed(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());
        assertThat(messages.get(0).requireBody().size()).isEqualTo(200_002);
        assertThat(framer.offset()).isEqualTo(bytes.length);
        assertThat(framer.isInsideMessage()).isFalse();
    }

    @Test
    void passesOverTheRestWhenStopped() {
        var framers = new ArrayList<MessageFramer>();
        framers.add(new MessageFramer(FramingLimits.DEFAULT, message -> {
            messages.add(message);
            framers.get(0).stop();
        }));
        framers.get(0)
                .feed(ByteBuffer.wrap(Json.text("{'id':1,'result':1}{'id':2,'result':2}nonsense")
                        .getBytes(StandardCharsets.US_ASCII)));
        assertThat(messages).hasSize(1);
    }
}
