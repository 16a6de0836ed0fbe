package dev.ovsdb.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ovsdb.protocol.vectors.Rounds;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings: their escapes, their bytes, and what is kept of them to find them again. */
class StringsTest {
    private static final String[][] PIECES = {
        {"a", "a"},
        {"plain text", "plain text"},
        {"é", "é"},
        {"€", "€"},
        {"😀", "😀"},
        {"\\\"", "\""},
        {"\\\\", "\\"},
        {"\\/", "/"},
        {"\\b", "\b"},
        {"\\f", "\f"},
        {"\\n", "\n"},
        {"\\r", "\r"},
        {"\\t", "\t"},
        {"\\u0001", "\u0001"},
        {"\\u007F", "\u007f"},
        {"\\u0080", "\u0080"},
        {"\\u07fF", "\u07ff"},
        {"\\u0800", "\u0800"},
        {"\\uD7ff", "\ud7ff"},
        {"\\ue000", "\ue000"},
        {"\\uffff", "\uffff"},
        {"\\ud800\\udc00", "\ud800\udc00"},
        {"\\uDBFF\\uDFFF", "\udbff\udfff"},
    };

    private static JsonReader reader(String json) {
        byte[] text = (json + "0\"\\u").getBytes(StandardCharsets.UTF_8); // What is behind the end is not read.
        return JsonReader.of(text, 0, text.length - 4);
    }

    @Test
    void aStringIsItsPiecesWithoutTheirEscapes() {
        long seed = 20261130;
        Random random = new Random(seed);
        for (int i = 0; i < Rounds.of(20_000); i++) {
            StringBuilder spelled = new StringBuilder();
            StringBuilder meant = new StringBuilder();
            for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
                String[] piece = PIECES[random.nextInt(PIECES.length)];
                spelled.append(piece[0]);
                meant.append(piece[1]);
            }
            JsonReader in = reader('"' + spelled.toString() + '"');
            assertThat(in.nextString()).as("%s, seed %d", spelled, seed).isEqualTo(meant.toString());
            assertThat(in.lastString()).isEqualTo(meant.toString());
            in.end();
        }
    }

    @Test
    void eachPieceIsReadWhereverItStands() {
        for (String[] piece : PIECES) {
            for (int before = 0; before < 20; before++) {
                String filling = "x".repeat(before);
                assertThat(reader('"' + filling + piece[0] + '"').nextString()).isEqualTo(filling + piece[1]);
                assertThat(reader('"' + piece[0] + filling + piece[0] + '"').nextString())
                        .isEqualTo(piece[1] + filling + piece[1]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "', the text ends inside a string, 1",
                "'abc, the text ends inside a string, 4",
                "'é, the text ends inside a string, 3",
                "'a\\n, the text ends inside a string, 4",
                "'\\né, the text ends inside a string, 5",
                "'a\\, a string holds an unknown escape, 3",
                "'a\\x', a string holds an unknown escape, 3",
                "'\\u', four hexadecimal digits, 3",
                "'\\u12, four hexadecimal digits, 5",
                "'\\u123, four hexadecimal digits, 6",
                "'\\u12g4', four hexadecimal digits, 5",
                "'\\u123', four hexadecimal digits, 6",
                "'ab\\u0000', a string holds \\u0000, 3",
                "'\\ud83d', half a surrogate pair, 1",
                "'\\ud83d, half a surrogate pair, 1",
                "'\\ud83dabcdef', half a surrogate pair, 1",
                "'\\ud83d\\n12345', half a surrogate pair, 1",
                "'\\ud83du\\u1234', half a surrogate pair, 1",
                "'\\ud83d\\u0041', half a surrogate pair, 1",
                "'\\ud83d\\ud83d', half a surrogate pair, 1",
                "'\\ud83d\\u, four hexadecimal digits, 9",
                "'\\ud83d\\ude0x', four hexadecimal digits, 12",
            })
    void whatIsNoStringIsRefusedWithItsPlace(String text, String problem, long offset) {
        refused(text.replace('\'', '"'), problem, offset);
    }

    @Test
    void noControlCharacterStandsInAString() {
        for (char control = 0; control < 0x20; control++) {
            for (int before = 0; before < 20; before++) {
                refused(
                        '"' + "x".repeat(before) + control + "more text\"",
                        "a string holds a control character",
                        before + 1);
                refused(
                        "\"\\n" + "x".repeat(before) + control + "y\"",
                        "a string holds a control character",
                        before + 3);
            }
        }
    }

    private static void refused(String text, String problem, long offset) {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .as(text)
                .isThrownBy(() -> reader(text).nextString())
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.offset()).as(text).isEqualTo(offset));
        byte[] within = ("[12," + text).getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(JsonSyntaxException.class) // Offsets count from where the text begins.
                .isThrownBy(() -> JsonReader.of(within, 4, within.length).nextString())
                .satisfies(e -> assertThat(e.offset()).as(text).isEqualTo(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\udc00", "\\udfff", "x\\ude00y"})
    void aLoneLowSurrogateIsJsonButNoValue(String spelled) {
        JsonReader in = reader("[\"abc\",\"" + spelled + "\",5]");
        in.beginArray();
        in.skipValue();
        assertThatExceptionOfType(MalformedUtf8Exception.class)
                .isThrownBy(in::nextString)
                .satisfies(e -> assertThat(e.offset()).isEqualTo(7));
        assertThat(in.nextLong()).as("reading goes on behind it").isEqualTo(5);
    }

    @Test
    void theBytesOfAStringAreUtf8AsJavaUnderstandsIt() {
        int[] bytes = {
            0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4,
            0xf5
        };
        int size = bytes.length;
        for (int first : bytes) {
            for (int rest = 0; rest < size * size * size; rest++) {
                byte[] text = {
                    (byte) first,
                    (byte) bytes[rest % size],
                    (byte) bytes[rest / size % size],
                    (byte) bytes[rest / size / size],
                    'x'
                };
                for (int length = rest % 7 == 0 ? 1 : 4; length <= 4; length++) {
                    if (Utf8.isValid(text, 0, length) != isUtf8(text, length)) {
                        assertThat(text)
                                .as("the first %d bytes are UTF-8 only to one of two", length)
                                .isNull();
                    }
                }
            }
        }
    }

    private static boolean isUtf8(byte[] text, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Nested
    class NameTables {
        private int find(NameTable names, String name) {
            return reader('"' + name + '"').nextStringIn(names);
        }

        @Test
        void findEachOfManyNamesAndNoOther() {
            for (int size : new int[] {0, 1, 2, 3, 4, 5, 7, 8, 9, 100, 1000}) {
                List<String> list = IntStream.range(0, size)
                        .mapToObj(i -> "abcdefghij".repeat(3).substring(0, i % 30) + i)
                        .toList();
                NameTable names = NameTable.of(list);
                for (int i = 0; i < size; i++) {
                    assertThat(find(names, list.get(i))).isEqualTo(i);
                    assertThat(find(names, list.get(i) + '_')).isEqualTo(-1);
                    assertThat(find(names, '_' + list.get(i))).isEqualTo(-1);
                }
            }
        }

        @Test
        void tellApartNamesOfEveryLengthByEachOfTheirCharacters() {
            List<String> list = new ArrayList<>(List.of(""));
            for (int length = 1; length < 20; length++) {
                for (int at = 0; at < length; at++) {
                    list.add("x".repeat(at) + 'y' + "x".repeat(length - at - 1));
                }
            }
            NameTable names = NameTable.of(list);
            for (int i = 0; i < list.size(); i++) {
                byte[] text = ('"' + list.get(i) + "\",\"some more text\"").getBytes(StandardCharsets.UTF_8);
                for (int expected = 0; expected < list.size(); expected++) {
                    int length = names.match(expected, text, 1, text.length);
                    assertThat(length).isEqualTo(expected == i ? list.get(i).length() : -1);
                }
            }
        }

        @Test
        void findNamesThatNeedEscapes() {
            NameTable names = NameTable.of("a\"b", "a\\b", "a\nb", "a b", "ab");
            String[] spelled = {"a\\\"b", "a\\\\b", "a\\nb", "a b", "ab"};
            for (int i = 0; i < spelled.length; i++) {
                assertThat(find(names, spelled[i])).isEqualTo(i);
                for (int expected = 0; expected < spelled.length; expected++) {
                    assertThat(reader('"' + spelled[i] + "\"        ").nextStringIn(names, expected))
                            .isEqualTo(i);
                }
            }
        }

        @Test
        void holdAtMostAsManyNamesAsAShortCounts() {
            List<String> most =
                    IntStream.range(0, 32_767).mapToObj(i -> "n" + i).toList();
            NameTable names = NameTable.of(most);
            assertThat(find(names, "n32766")).isEqualTo(32_766);
            List<String> tooMany = new ArrayList<>(most);
            tooMany.add("last");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NameTable.of(tooMany))
                    .withMessageContaining("at most 32767 names, not 32768");
        }
    }

    @Nested
    class Caches {
        private final TextCache<String> cache = new TextCache<>(64, text -> text);

        @Test
        void keepWhatComesASecondTime() {
            for (int length = 0; length <= TextCache.LONGEST; length++) {
                String text = '"' + "abcdefgh".repeat(4).substring(0, length) + '"';
                String first = reader(text).nextString(cache);
                String second = reader(text).nextString(cache);
                assertThat(second).isEqualTo(first);
                assertThat(reader(text).nextString(cache)).as(text).isSameAs(second);
            }
        }

        @Test
        void keepNoLongStrings() {
            String text = '"' + "x".repeat(TextCache.LONGEST + 1) + '"';
            reader(text).nextString(cache);
            String second = reader(text).nextString(cache);
            assertThat(reader(text).nextString(cache)).isEqualTo(second).isNotSameAs(second);
        }

        @Test
        void neverTakeOneStringForAnother() {
            List<String> texts = new ArrayList<>();
            for (int length = 0; length <= 32; length++) {
                for (int at = 0; at < length; at++) {
                    texts.add("x".repeat(at) + 'y' + "x".repeat(length - at - 1));
                }
            }
            TextCache<String> small = new TextCache<>(1, text -> text);
            for (String text : texts) {
                for (int i = 0; i < 3; i++) {
                    assertThat(reader('"' + text + '"').nextString(cache)).isEqualTo(text);
                    assertThat(reader('"' + text + "\"                                 ")
                                    .nextString(small))
                            .isEqualTo(text);
                }
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 3, 6, 100})
        void haveASizeThatIsAPowerOfTwo(int size) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TextCache<>(size, text -> text))
                    .withMessageContaining("must be a power of two, was " + size);
        }
    }
}
