package dev.ovsdb.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The fast ways through a text, with names and strings that are expected, lead where the plain ones do. */
class JsonWalkTest {
    private static final String UUID_TEXT = "550e8400-e29b-41d4-a716-446655440000";
    private static final List<String> NAMES =
            List.of("", "a", "seven77", "eight888", "nine99999", "né", "sixteen_bytes_16");
    private static final String TEXT =
            ("{'a':1, 'seven77' :'eight888','eight888':['uuid','U'],\n'nine99999':{'':null,'né':'né'},"
                            + "'sixteen_bytes_16':[['uuid','U'],['uuid', 'U'],['set',[true,false]],[],'a',-1.5e3],"
                            + "'\\u0061':'\\u0061','b':{},'U':['uuid'],'a':'U','seven77':'seven77','eight888':''}")
                    .replace("U", UUID_TEXT)
                    .replace('\'', '"');

    /** Which methods a walk reads with. */
    private abstract static class Walk {
        abstract String name(JsonReader in);

        abstract String string(JsonReader in);

        void array(JsonReader in, List<String> seen) {
            in.beginArray();
            seen.add("[");
            while (in.hasNext()) {
                value(in, seen);
            }
            in.endArray();
            seen.add("]");
        }

        void value(JsonReader in, List<String> seen) {
            switch (in.peek()) {
                case BEGIN_OBJECT -> object(in, seen);
                case BEGIN_ARRAY -> array(in, seen);
                case STRING -> seen.add(string(in));
                case NUMBER -> seen.add(in.nextNumber().toString());
                case TRUE, FALSE -> seen.add(Boolean.toString(in.nextBoolean()));
                default -> in.nextNull();
            }
        }

        void object(JsonReader in, List<String> seen) {
            in.beginObject();
            seen.add("{");
            while (in.hasNext()) {
                seen.add(name(in) + ":");
                value(in, seen);
            }
            in.endObject();
            seen.add("}");
        }

        /** What is seen in the text, and how it ended. */
        List<String> through(JsonReader in) {
            List<String> seen = new ArrayList<>();
            try {
                value(in, seen);
                in.end();
                seen.add("all");
            } catch (JsonSyntaxException e) {
                seen.add(e.offset() + " " + e.getMessage());
            }
            return seen;
        }
    }

    private static final class Plain extends Walk {
        @Override
        String name(JsonReader in) {
            return in.nextName();
        }

        @Override
        String string(JsonReader in) {
            return in.nextString();
        }
    }

    private static class Fast extends Walk {
        private final NameTable names = NameTable.of(NAMES);
        private final TextCache<String> cache = new TextCache<>(16, text -> text);
        private int previous = -1;
        private int strings;

        @Override
        String name(JsonReader in) {
            previous = in.nextNameIn(names, previous);
            assertThat(previous < 0 || in.lastString().equals(NAMES.get(previous)))
                    .isTrue();
            return in.lastString();
        }

        @Override
        String string(JsonReader in) {
            if (++strings % 8 == 0) {
                return in.nextStringOrNull(cache);
            }
            int index = in.nextStringIn(names, strings % NAMES.size());
            assertThat(index).isEqualTo(NAMES.indexOf(in.lastString()));
            return in.lastString();
        }

        @Override
        void array(JsonReader in, List<String> seen) {
            UUID uuid = in.nextTaggedUuidOrNull();
            if (uuid != null) {
                seen.addAll(List.of("[", "uuid", uuid.toString(), "]"));
                return;
            }
            assertThat(in.beginArrayIfNext()).isTrue();
            seen.add("[");
            while (!in.endArrayIfNext()) {
                value(in, seen);
            }
            seen.add("]");
        }
    }

    private static JsonReader cut(byte[] whole, int length) {
        return JsonReader.of(whole, 3, 3 + length);
    }

    private static byte[] padded(String text) {
        return ("[1," + text).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void bothSeeTheSameInAWholeTextHoweverOftenItComes() {
        byte[] whole = padded(TEXT);
        List<String> seen = new Plain().through(cut(whole, whole.length - 3));
        Walk fast = new Fast();
        for (int i = 0; i < 10; i++) {
            assertThat(fast.through(cut(whole, whole.length - 3))).isEqualTo(seen);
        }
        assertThat(seen).endsWith("}", "all").contains("né:", "a:", UUID_TEXT, "-1500");
    }

    @Test
    void bothFailAlikeWhereverATextEndsAndWhateverIsBehindIt() {
        byte[] whole = padded(TEXT);
        Walk fast = new Fast();
        fast.through(cut(whole, whole.length - 3)); // So that it expects the names that come.
        for (int length = 0; length < whole.length - 3; length++) {
            List<String> seen = new Plain().through(cut(whole, length));
            assertThat(fast.through(cut(whole, length))).as("%d bytes", length).isEqualTo(seen);
            assertThat(seen).doesNotContain("all");
        }
    }

    @Test
    void bothFailAlikeWhereverAByteIsWrong() {
        for (char wrong : "\"\\:,]}x1 ".toCharArray()) {
            Walk fast = new Fast();
            for (int at = 0; at < TEXT.length(); at++) {
                byte[] whole = padded(TEXT.substring(0, at) + wrong + TEXT.substring(at + 1));
                List<String> seen = new Plain().through(cut(whole, whole.length - 3));
                assertThat(fast.through(cut(whole, whole.length - 3)))
                        .as("%s at %d", wrong, at)
                        .isEqualTo(seen);
            }
        }
    }

    @Test
    void theNameThatCameBehindAnotherIsExpectedThereNextTime() {
        NameTable names = NameTable.of("a", "b", "c");
        JsonReader in = JsonReader.of("{\"c\":1,\"a\":2,\"b\":3}".getBytes(StandardCharsets.UTF_8));
        in.beginObject();
        int name = -1;
        while (in.hasNext()) {
            name = in.nextNameIn(names, name);
            in.skipValue();
        }
        assertThat(List.of(names.follower(-1), names.follower(2), names.follower(0), names.follower(1)))
                .containsExactly(2, 0, 1, 2);
    }

    /** A way to read, and the tokens it reads. */
    private record Way(String name, List<JsonToken> reads, Function<JsonReader, Object> method) {
        private static Way of(String name, Function<JsonReader, Object> method, JsonToken... reads) {
            return new Way(name, List.of(reads), method);
        }
    }

    private static Object run(Runnable step) {
        step.run();
        return step;
    }

    private static List<Way> ways() {
        NameTable names = NameTable.of(NAMES);
        TextCache<String> cache = new TextCache<>(16, text -> text);
        List<Way> ways = new ArrayList<>(List.of(
                Way.of("beginObject", in -> run(in::beginObject), JsonToken.BEGIN_OBJECT),
                Way.of("endObject", in -> run(in::endObject), JsonToken.END_OBJECT),
                Way.of("beginArray", in -> run(in::beginArray), JsonToken.BEGIN_ARRAY),
                Way.of("endArray", in -> run(in::endArray), JsonToken.END_ARRAY),
                Way.of("nextName", JsonReader::nextName, JsonToken.NAME),
                Way.of("nextNameIn", in -> in.nextNameIn(names), JsonToken.NAME),
                Way.of("nextString", JsonReader::nextString, JsonToken.STRING),
                Way.of("nextStringIn", in -> in.nextStringIn(names), JsonToken.STRING),
                Way.of("nextString with a cache", in -> in.nextString(cache), JsonToken.STRING),
                Way.of("nextBoolean", JsonReader::nextBoolean, JsonToken.TRUE, JsonToken.FALSE),
                Way.of("nextNull", in -> run(in::nextNull), JsonToken.NULL),
                Way.of("readNumber", JsonReader::readNumber, JsonToken.NUMBER),
                Way.of("nextNumber", JsonReader::nextNumber, JsonToken.NUMBER),
                Way.of("nextLong", JsonReader::nextLong, JsonToken.NUMBER),
                Way.of("nextDouble", JsonReader::nextDouble, JsonToken.NUMBER),
                Way.of("end", in -> run(in::end), JsonToken.END)));
        for (int i = 0; i < NAMES.size(); i++) {
            int index = i;
            ways.add(Way.of("nextNameIn behind " + (i - 1), in -> in.nextNameIn(names, index - 1), JsonToken.NAME));
            ways.add(Way.of("nextStringIn expecting " + i, in -> in.nextStringIn(names, index), JsonToken.STRING));
        }
        return ways;
    }

    /** At each place of a text, each way to read either reads what comes there, or says that it is something else. */
    private static void tryAll(JsonReader in, List<Way> ways) {
        JsonToken next = in.peek();
        long here = in.mark();
        for (Way way : ways) {
            if (way.reads().contains(next)) {
                way.method().apply(in);
                assertThat(next == JsonToken.END || in.mark() != here)
                        .as(way.name())
                        .isTrue();
            } else {
                assertThatExceptionOfType(JsonSyntaxException.class)
                        .as("%s at %s", way.name(), next)
                        .isThrownBy(() -> way.method().apply(in))
                        .withMessageContaining("expected ");
            }
            in.backTo(here);
            assertThat(in.peek()).as("back from %s", way.name()).isEqualTo(next);
        }
        tryOptional(in, next, here);
    }

    private static void tryOptional(JsonReader in, JsonToken next, long here) {
        assertThat(in.hasNext())
                .isEqualTo(next != JsonToken.END && next != JsonToken.END_ARRAY && next != JsonToken.END_OBJECT);
        in.backTo(here);
        assertThat(in.nextStringOrNull(new TextCache<>(2, text -> text)) != null)
                .isEqualTo(next == JsonToken.STRING);
        in.backTo(here);
        assertThat(in.beginArrayIfNext()).isEqualTo(next == JsonToken.BEGIN_ARRAY);
        in.backTo(here);
        assertThat(in.endArrayIfNext()).isEqualTo(next == JsonToken.END_ARRAY);
        in.backTo(here);
        assertThat(in.nextTaggedUuidOrNull() == null || next == JsonToken.BEGIN_ARRAY)
                .isTrue();
        in.backTo(here);
    }

    @Test
    void whatIsAskedForMustBeWhatComes() {
        List<Way> ways = ways();
        String text = TEXT.replace("1.5e3", "15");
        JsonReader in = JsonReader.of(text.getBytes(StandardCharsets.UTF_8));
        int tokens = 0;
        for (JsonToken next = in.peek(); next != JsonToken.END; next = in.peek(), tokens++) {
            tryAll(in, ways);
            step(in, next);
        }
        tryAll(in, ways);
        assertThat(tokens).isGreaterThan(50);
    }

    private static void step(JsonReader in, JsonToken next) {
        switch (next) {
            case BEGIN_OBJECT -> in.beginObject();
            case END_OBJECT -> in.endObject();
            case BEGIN_ARRAY -> in.beginArray();
            case END_ARRAY -> in.endArray();
            case NAME -> in.nextName();
            default -> in.skipValue();
        }
    }

    @Test
    void aTextWithinAnotherIsReadFromItsFirstElementOn() {
        byte[] array = "[0, 1,[2]]".getBytes(StandardCharsets.UTF_8);
        JsonReader in = JsonReader.within(false, array, 3, array.length);
        assertThat(in.nextLong()).isEqualTo(1);
        in.beginArray();
        assertThat(in.nextLong()).isEqualTo(2);
        in.endArray();
        assertThat(in.hasNext()).isFalse();
        assertThat(in.offset()).isEqualTo(6);
        byte[] object = "{\"a\":0,\"b\":1}".getBytes(StandardCharsets.UTF_8);
        JsonReader members = JsonReader.within(true, object, 7, object.length);
        assertThat(members.nextName()).isEqualTo("b");
        assertThat(members.nextLong()).isEqualTo(1);
        assertThat(members.hasNext()).isFalse();
    }
}
