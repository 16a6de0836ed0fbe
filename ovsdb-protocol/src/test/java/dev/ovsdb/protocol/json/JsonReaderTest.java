package dev.ovsdb.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static JsonReader reader(String json) {
        return JsonReader.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pullsEachKindOfValue() {
        JsonReader in = reader(" { 'a' : [ 1 , -2.5 , true , false , null , 'x' ] , 'b' : {} } ");
        in.beginObject();
        assertThat(in.nextName()).isEqualTo("a");
        in.beginArray();
        assertThat(in.nextLong()).isEqualTo(1);
        assertThat(in.nextDouble()).isEqualTo(-2.5);
        assertThat(in.nextBoolean()).isTrue();
        assertThat(in.nextBoolean()).isFalse();
        in.nextNull();
        assertThat(in.nextString()).isEqualTo("x");
        assertThat(in.hasNext()).isFalse();
        in.endArray();
        assertThat(in.hasNext()).isTrue();
        assertThat(in.nextName()).isEqualTo("b");
        in.beginObject();
        assertThat(in.hasNext()).isFalse();
        in.endObject();
        in.endObject();
        in.end();
    }

    @Test
    void peekingTellsWhatComesAndChangesNothing() {
        JsonReader in = reader("{'a':[1,'x',true]}");
        assertThat(in.peek()).isEqualTo(JsonToken.BEGIN_OBJECT);
        in.beginObject();
        assertThat(in.peek()).isEqualTo(JsonToken.NAME);
        assertThat(in.peek()).isEqualTo(JsonToken.NAME);
        in.nextName();
        in.beginArray();
        assertThat(in.peek()).isEqualTo(JsonToken.NUMBER);
        in.skipValue();
        assertThat(in.peek()).isEqualTo(JsonToken.STRING);
        assertThat(in.peek()).isEqualTo(JsonToken.STRING);
        in.skipValue();
        assertThat(in.peek()).isEqualTo(JsonToken.TRUE);
        in.skipValue();
        assertThat(in.peek()).isEqualTo(JsonToken.END_ARRAY);
        in.endArray();
        assertThat(in.peek()).isEqualTo(JsonToken.END_OBJECT);
        in.endObject();
        assertThat(in.peek()).isEqualTo(JsonToken.END);
    }

    @Test
    void namesAndUuidsAreFoundWithoutStrings() {
        UUID uuid = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");
        NameTable names = NameTable.of("alpha", "b", "a_longer_name", "a_longer_namf");
        JsonReader in = reader("{'a_longer_namf':1,'b':2,'c':3,'al\\u0070ha':4,'" + uuid + "':'" + uuid + "'}");
        in.beginObject();
        assertThat(in.nextNameIn(names)).isEqualTo(3);
        in.skipValue();
        assertThat(in.nextNameIn(names)).isEqualTo(1);
        in.skipValue();
        assertThat(in.nextNameIn(names)).isEqualTo(-1);
        assertThat(in.lastString()).isEqualTo("c");
        in.skipValue();
        assertThat(in.nextNameIn(names)).isEqualTo(0);
        in.skipValue();
        assertThat(in.nextNameUuid()).isEqualTo(uuid);
        assertThat(in.nextUuid()).isEqualTo(uuid);
        in.endObject();
    }

    @Test
    void namesThatComeInTheSameOrderAreExpected() {
        NameTable names = NameTable.of("a", "seven77", "eight888", "of_a_length_above_two_words", "né");
        String object = "{'a':1,'seven77':2,'of_a_length_above_two_words':3,'eight888' : 4,'né':5,'x':6,'a':7}";
        for (int i = 0; i < 3; i++) {
            JsonReader in = reader(object);
            List<Integer> found = new ArrayList<>();
            int name = -1;
            in.beginObject();
            while (in.hasNext()) {
                name = in.nextNameIn(names, name);
                found.add(name);
                assertThat(in.lastString()).isNotEmpty();
                in.skipValue();
            }
            in.endObject();
            assertThat(found).containsExactly(0, 1, 3, 2, 4, -1, 0);
        }
    }

    @Test
    void aNameThatOnlyBeginsAsExpectedIsNotTheExpectedOne() {
        NameTable names = NameTable.of("abc", "abcdefgh");
        for (String other : new String[] {"abcd", "ab", "abcdefgh9", "abcdefg", "abc\\u0064"}) {
            for (int previous = -1; previous < 2; previous++) {
                JsonReader in = reader("{'" + other + "':1,'padding':'so that words can be read'}");
                in.beginObject();
                assertThat(in.nextNameIn(names, previous)).as(other).isEqualTo(-1);
            }
        }
        JsonReader none = reader("{'a':1}");
        none.beginObject();
        assertThat(none.nextNameIn(NameTable.of(), -1)).isEqualTo(-1);
    }

    @Test
    void taggedUuidsAreReadWholeOrNotAtAll() {
        String uuid = "550e8400-e29b-41d4-a716-446655440000";
        JsonReader in = reader("[['uuid','" + uuid + "'],['uuid','" + uuid.toUpperCase(Locale.ROOT) + "']]");
        in.beginArray();
        assertThat(in.nextTaggedUuidOrNull()).isEqualTo(UUID.fromString(uuid));
        assertThat(in.nextTaggedUuidOrNull()).isEqualTo(UUID.fromString(uuid));
        in.endArray();
        for (String other :
                new String[] {"['uuid', '" + uuid + "']", "['uuid','x']", "'uuid'", "['uuid','" + uuid + "',1]"}) {
            JsonReader unusual = reader(other);
            assertThat(unusual.nextTaggedUuidOrNull()).as(other).isNull();
            assertThat(unusual.offset()).isZero();
        }
    }

    @Test
    void everyByteThatIsNoHexadecimalDigitIsFoundInAUuid() {
        byte[] uuid = "550e8400-e29b-41d4-a716-446655440000".getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < uuid.length; at++) {
            for (int b = Byte.MIN_VALUE; b <= Byte.MAX_VALUE; b++) {
                byte[] text = uuid.clone();
                text[at] = (byte) b;
                boolean valid = uuid[at] == '-' ? b == '-' : Character.digit(b, 16) >= 0;
                UUID found = Hex.uuid(text, 0, text.length);
                assertThat(found != null).as("byte %d at %d", b, at).isEqualTo(valid);
                if (valid) {
                    assertThat(found).isEqualTo(UUID.fromString(new String(text, StandardCharsets.US_ASCII)));
                }
            }
        }
    }

    @Test
    void aCacheAnswersTheSameForEqualStringsOnly() {
        TextCache<String> cache = new TextCache<>(8, text -> text);
        for (int round = 0; round < 4; round++) {
            for (int length = 0; length < 40; length++) {
                String text = "abcdefgh".repeat(5).substring(0, length);
                assertThat(reader("'" + text + "'").nextString(cache)).isEqualTo(text);
                assertThat(reader("'" + text + "\\u0041'").nextString(cache)).isEqualTo(text + "A");
            }
        }
        List<String> again = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            again.add(reader("'again'").nextString(cache));
        }
        assertThat(again.get(3)).isSameAs(again.get(2)).isNotSameAs(again.get(0));
    }

    @Test
    void goesBackToAMark() {
        JsonReader in = reader("{'a':[1,{'b':[2]}],'c':3}");
        in.beginObject();
        in.nextName();
        long mark = in.mark();
        in.skipValue();
        in.nextName();
        long later = in.mark();
        assertThatThrownBy(in::nextString).isInstanceOf(JsonSyntaxException.class);
        in.backTo(mark);
        in.beginArray();
        assertThat(in.nextLong()).isEqualTo(1);
        in.backTo(later);
        assertThat(in.nextLong()).isEqualTo(3);
        in.endObject();
        in.end();
    }

    @Test
    void rawValuesAreCopiedAsTheyStand() {
        JsonReader in = reader("{'a': {'b' : [1, 2]} , 'c':1.50}");
        in.beginObject();
        in.nextName();
        assertThat(in.rawValue()).asString(StandardCharsets.UTF_8).isEqualTo("{\"b\" : [1, 2]}");
        in.nextName();
        assertThat(in.rawValue()).asString(StandardCharsets.UTF_8).isEqualTo("1.50");
        in.endObject();
    }

    @Test
    void readsFromTheMiddleOfAnArrayOrABuffer() {
        byte[] bytes = "xx[5]yy".getBytes(StandardCharsets.UTF_8);
        for (ByteBuffer buffer : new ByteBuffer[] {
            ByteBuffer.wrap(bytes, 2, 3),
            ByteBuffer.wrap(bytes, 2, 3).asReadOnlyBuffer(),
            ByteBuffer.wrap(bytes, 2, 3).slice()
        }) {
            JsonReader in = JsonReader.of(buffer);
            in.beginArray();
            assertThat(in.nextLong()).isEqualTo(5);
            in.endArray();
            assertThat(in.offset()).isEqualTo(3);
            in.end();
            assertThat(buffer.remaining()).isEqualTo(3);
        }
    }

    @Test
    void stringsOfAnyLengthAndAlphabetAreFoundWhole() {
        for (int length = 0; length < 70; length++) {
            for (String odd : new String[] {"", "é", "\\n", "😀", "\\ud83d\\ude00", "\u007f"}) {
                String text = "x".repeat(length) + odd + "y".repeat(length % 11);
                String expected = text.replace("\\n", "\n").replace("\\ud83d\\ude00", "😀");
                assertThat(reader("'" + text + "'").nextString()).isEqualTo(expected);
                assertThat(reader("['" + text + "',1]").peek()).isEqualTo(JsonToken.BEGIN_ARRAY);
            }
        }
    }

    @Nested
    class WhenTheTextIsNotJson {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "[",
                    "{",
                    "]",
                    "}",
                    "[1",
                    "[1,",
                    "[1,]",
                    "[,1]",
                    "[1 2]",
                    "{'a'}",
                    "{'a':}",
                    "{'a':1,}",
                    "{,}",
                    "{1:2}",
                    "{'a':1 'b':2}",
                    "{'a' 1}",
                    "[1}",
                    "{'a':1]",
                    "'",
                    "'a",
                    "'a\\",
                    "nul",
                    "nulll",
                    "truex",
                    "true1",
                    "falsy",
                    "1 1",
                    "[] []",
                    "/**/1",
                    "NaN",
                    "Infinity",
                    "+1",
                    "0x10",
                    "1_0",
                    "\f1",
                    "'\\u12g4'",
                    "[1]]",
                    "{}}",
                    "'a' 'b'",
                    ":",
                    ","
                })
        void itIsRefusedWithAnOffset(String json) {
            assertThatThrownBy(() -> {
                        JsonReader in = reader(json);
                        in.skipValue();
                        in.end();
                    })
                    .isInstanceOfSatisfying(
                            JsonSyntaxException.class,
                            e -> assertThat(e.offset()).isBetween(0L, (long) json.length()));
        }

        @Test
        void theMessageQuotesABoundedPiece() {
            assertThatThrownBy(() -> reader("[1 " + "x".repeat(1000) + "]").skipValue())
                    .hasMessageStartingWith("expected a comma or the end of an array, found xxx")
                    .hasMessageEndingWith("... at offset 3")
                    .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(120));
        }
    }

    @Nested
    class WhenTheTextIsOfAnotherShape {
        @Test
        void theMessageSaysWhatWasExpected() {
            assertThatThrownBy(() -> reader("[1]").beginObject()).hasMessageContaining("expected an object, found [1]");
            assertThatThrownBy(() -> reader("{}").beginArray()).hasMessageContaining("expected an array");
            assertThatThrownBy(() -> reader("5").nextString()).hasMessageContaining("expected a string, found 5");
            assertThatThrownBy(() -> reader("'5'").nextLong()).hasMessageContaining("expected a number");
            assertThatThrownBy(() -> reader("1.5").nextLong()).hasMessageContaining("expected an integer, found 1.5");
            assertThatThrownBy(() -> reader("5").nextBoolean()).hasMessageContaining("expected true or false");
            assertThatThrownBy(() -> reader("'x'").nextUuid()).hasMessageContaining("expected a UUID");
        }

        @Test
        void anArrayEndsOnlyWhereItEnds() {
            JsonReader in = reader("[1,2]");
            in.beginArray();
            in.nextLong();
            assertThatThrownBy(in::endArray).hasMessageContaining("expected the end of an array");
        }
    }

    @Test
    void nestingIsLimited() { // E9
        String deepest = "[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH);
        reader(deepest).skipValue();
        assertThatThrownBy(() -> reader("[" + deepest + "]").skipValue()).hasMessageContaining("1000 levels");
    }

    @Test
    void nameTablesRefuseANameThatOccursTwice() {
        assertThatThrownBy(() -> NameTable.of("a", "b", "a")).hasMessageContaining("a");
    }
}
