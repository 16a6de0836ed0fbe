package dev.ovsdb.jsonrpc.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a stream is cut, the same messages come out. Each run names its seed. */
class MessageFramerPropertyTest {
    private static final String[] WORDS = {
        "",
        "a",
        "plain text",
        "\"",
        "\\",
        "\n",
        "\u00e9",
        "\u20ac",
        "\uD83D\uDE00",
        "/",
        "\u0001",
        "set",
        "x".repeat(40)
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void piecesOfAnySizeGiveTheSameMessages(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            byte[] stream = stream(random, 1 + random.nextInt(12));
            assertThat(inPieces(stream, random))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(whole(stream));
        }
    }

    @Test
    void aCutAtEveryByteGivesTheSameMessages() {
        byte[] stream = stream(new Random(42), 3);
        List<String> expected = whole(stream);
        for (int cut = 0; cut <= stream.length; cut++) {
            var messages = new ArrayList<String>();
            var framer = framer(messages);
            framer.feed(ByteBuffer.wrap(stream, 0, cut));
            framer.feed(ByteBuffer.wrap(stream, cut, stream.length - cut));
            assertThat(messages).as("cut at %d", cut).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void streamedBodiesAreTheSameInPieces(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            byte[] stream = stream(random, 4);
            var whole = new MessageFramerTest.StreamingSink();
            new MessageFramer(FramingLimits.DEFAULT, whole).feed(ByteBuffer.wrap(stream));
            var bytes = new StreamedBytes();
            var framer = new MessageFramer(FramingLimits.DEFAULT, bytes);
            cut(stream, random, framer);
            assertThat(new String(bytes.streamed.toByteArray(), StandardCharsets.UTF_8))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(whole.streamed.toString());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void aDamagedByteEndsInMessagesOrOneOrderlyRefusal(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] stream = stream(random, 2);
            stream[random.nextInt(stream.length)] = (byte) random.nextInt(256);
            List<String> whole = new ArrayList<>();
            List<String> pieces = new ArrayList<>();
            String wholeFailure = failure(framer(whole), stream, stream.length);
            String piecesFailure = failure(framer(pieces), stream, 1 + random.nextInt(5));
            assertThat(piecesFailure).as("seed %d, round %d", seed, round).isEqualTo(wholeFailure);
            assertThat(pieces).isEqualTo(whole);
        }
    }

    private static String failure(MessageFramer framer, byte[] stream, int size) {
        try {
            for (int at = 0; at < stream.length; at += size) {
                framer.feed(ByteBuffer.wrap(stream, at, Math.min(size, stream.length - at)));
            }
            return "none";
        } catch (MalformedMessageException e) {
            return e.getMessage();
        }
    }

    private static final class StreamedBytes implements MessageSink {
        final ByteArrayOutputStream streamed = new ByteArrayOutputStream();

        @Override
        public void onMessage(Message message) {}

        @Override
        public BodySink streamResult(JsonValue id) {
            return this::add;
        }

        @Override
        public @Nullable BodySink streamParams(String method, @Nullable JsonValue id) {
            return id == null || id.isNull() ? this::add : null;
        }

        private void add(ByteBuffer chunk) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            streamed.writeBytes(bytes);
        }
    }

    private static List<String> whole(byte[] stream) {
        var messages = new ArrayList<String>();
        framer(messages).feed(ByteBuffer.wrap(stream));
        return messages;
    }

    private static List<String> inPieces(byte[] stream, Random random) {
        var messages = new ArrayList<String>();
        cut(stream, random, framer(messages));
        return messages;
    }

    private static void cut(byte[] stream, Random random, MessageFramer framer) {
        int largest = 1 + random.nextInt(64);
        for (int at = 0; at < stream.length; ) {
            int size = Math.min(1 + random.nextInt(largest), stream.length - at);
            byte[] piece = Arrays.copyOfRange(stream, at, at + size);
            framer.feed(ByteBuffer.wrap(piece));
            Arrays.fill(piece, (byte) '?'); // Nothing may be kept of bytes that were lent.
            at += size;
        }
    }

    private static MessageFramer framer(List<String> messages) {
        return new MessageFramer(FramingLimits.DEFAULT, message -> messages.add(MessageFramerTest.text(message)));
    }

    private static byte[] stream(Random random, int messages) {
        var out = new StringBuilder();
        for (int i = 0; i < messages; i++) {
            out.append(message(random)).append(" \n".substring(random.nextInt(3)));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String message(Random random) {
        String id = random.nextInt(4) == 0 ? value(random, 2).toString() : Long.toString(random.nextInt(100000));
        JsonValue params = JsonValue.array(value(random, 4), value(random, 4));
        return switch (random.nextInt(4)) {
            case 0 -> "{\"id\":" + (id.equals("null") ? "1" : id) + ",\"result\":" + params + ",\"error\":null}";
            case 1 -> "{\"error\":" + JsonValue.of("e" + id) + ",\"id\":17}";
            case 2 -> "{\"method\":\"m\", \"params\":" + params + ",\"id\":null}";
            default -> "{ \"id\" : 3,\"params\": " + params + ",\"method\":" + JsonValue.of("x" + id) + "}";
        };
    }

    private static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JsonValue.of(random.nextLong());
            case 1 -> JsonValue.of(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 2 -> JsonValue.of(random.nextBoolean());
            case 3 -> JsonValue.ofNull();
            case 4, 5 -> JsonValue.of(WORDS[random.nextInt(WORDS.length)] + WORDS[random.nextInt(WORDS.length)]);
            case 6 -> JsonValue.array(value(random, depth - 1), value(random, depth - 1));
            default -> {
                var members = new LinkedHashMap<String, JsonValue>();
                members.put(WORDS[random.nextInt(WORDS.length)], value(random, depth - 1));
                members.put("k" + random.nextInt(9), value(random, depth - 1));
                yield JsonValue.object(members);
            }
        };
    }
}
