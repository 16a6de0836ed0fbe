package dev.ovsdb.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.vectors.Rounds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
    @Test
    void commasAndColonsComeByThemselves() {
        JsonWriter out = new JsonWriter();
        out.beginObject()
                .name("a")
                .beginArray()
                .value(1)
                .value("x")
                .beginArray()
                .endArray()
                .value(true)
                .endArray();
        out.name("b")
                .nullValue()
                .name("c")
                .beginObject()
                .endObject()
                .name("d")
                .raw(new byte[] {'7'})
                .endObject();
        assertThat(out).hasToString("{\"a\":[1,\"x\",[],true],\"b\":null,\"c\":{},\"d\":7}");
    }

    @Test
    void uuidsAreWrittenAsValuesAndNames() {
        UUID uuid = UUID.fromString("0050e840-0e29-41d4-a716-000055440000");
        JsonWriter out = new JsonWriter().beginObject().name(uuid).value(uuid).endObject();
        assertThat(out).hasToString("{\"" + uuid + "\":\"" + uuid + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                -1,
                9,
                10,
                99,
                100,
                -100,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                1_000_000_000_000L
            })
    void integersAreExact(long value) {
        assertThat(new JsonWriter().value(value)).hasToString(Long.toString(value));
    }

    @ParameterizedTest // E7, P8: what printf("%.15g") gives where that reads back as the same number, else "%.17g".
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "1.0, 1",
        "-3.0, -3",
        "0.1, 0.1",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1.5e-7, 1.5e-07",
        "123456789012345.0, 123456789012345",
        "999999999999999.0, 999999999999999",
        "1e15, 1e+15",
        "1e22, 1e+22",
        "1e23, 1e+23",
        "1e100, 1e+100",
        "123456.789, 123456.789",
        "0.30000000000000004, 0.30000000000000004",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "9007199254740993.0, 9007199254740992",
        "1234567890123456.7, 1234567890123456.8"
    })
    void realsArePrintedAsCDoes(double value, String expected) {
        assertThat(new JsonWriter().value(value)).hasToString(expected);
    }

    @Test
    void everyRealReadsBackAsItself() {
        Random random = new Random(42);
        for (int i = 0; i < Rounds.of(20_000); i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL) {
                byte[] json = new JsonWriter().value(value).toByteArray();
                assertThat(JsonReader.of(json).nextDouble()).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void thereIsNoNumberForThese(double value) {
        assertThatThrownBy(() -> new JsonWriter().value(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud800", "x\udc00"})
    void stringsThatNoPeerAcceptsAreRefused(String value) {
        assertThatThrownBy(() -> new JsonWriter().value(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JsonWriter().value("y".repeat(100_000) + value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longAndShortStringsAreEscapedAlike() {
        String text = "a\"\\/\b\f\n\r\t\u0001\u001f\u007fé€😀";
        String escaped = "a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007fé€😀";
        assertThat(new JsonWriter().value(text)).hasToString('"' + escaped + '"');
        assertThat(new JsonWriter().value(text.repeat(10_000))).hasToString('"' + escaped.repeat(10_000) + '"');
        for (int before = 1_000;
                before < 1_030;
                before++) { // Strings are written in parts, and a character is not parted.
            String plain = "x".repeat(before);
            assertThat(new JsonWriter().value(plain + text.repeat(9)))
                    .hasToString('"' + plain + escaped.repeat(9) + '"');
        }
    }

    @Test
    void longStringsLeaveLittleRoomUnused() {
        JsonWriter out = new JsonWriter().beginArray();
        for (int i = 0; i < 100; i++) {
            out.value("y".repeat(16_000));
        }
        assertThat(out.endArray().toBuffers()).hasSizeLessThan(15); // Of at most 256 KiB each.
    }

    @Test
    void buffersHoldWhatWasWrittenAndDoNotChange() {
        JsonWriter out = new JsonWriter().beginArray();
        StringBuilder expected = new StringBuilder("[");
        int numbers = Rounds.of(200_000);
        for (int i = 0; i < numbers; i++) {
            out.value(i);
            expected.append(i == 0 ? "" : ",").append(i);
            if (i == numbers / 2) {
                assertThat(text(out.toBuffers())).isEqualTo(expected.toString());
            }
        }
        List<ByteBuffer> before = out.toBuffers();
        String middle = expected.toString();
        out.endArray();
        assertThat(text(before)).isEqualTo(middle);
        assertThat(text(out.toBuffers())).isEqualTo(middle + "]").isEqualTo(out.toString());
        assertThat(out.size()).isEqualTo(middle.length() + 1);
        assertThat(before).allMatch(ByteBuffer::isReadOnly);
    }

    @Test
    void everyCharacterIsWrittenAsUtf8() {
        int[] codePoints = {
            0x20, 0x21, 0x7e, 0x7f, 0x80, 0xff, 0x7c0, 0x7ff, 0x800, 0xfff, 0x1000, 0xd7ff, 0xe000, 0xfffd, 0xffff,
            0x10000, 0x1f600, 0x3ffff, 0x40000, 0xfffff, 0x100000, 0x10ffff
        };
        StringBuilder all = new StringBuilder();
        for (int codePoint : codePoints) {
            String text = Character.toString(codePoint);
            assertThat(new JsonWriter().value(text).toByteArray())
                    .isEqualTo(('"' + text + '"').getBytes(StandardCharsets.UTF_8));
            all.append(text);
        }
        String longText = all.toString().repeat(2_000); // Written segment by segment.
        assertThat(new JsonWriter().value(longText).toByteArray())
                .isEqualTo(('"' + longText + '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLongestStringsWrittenAtOnceAndTheShortestThatAreNotAreWrittenAlike() {
        for (int length = (1 << 15) - 1; length <= (1 << 15) + 1; length++) {
            String text = "\u0001".repeat(length);
            assertThat(new JsonWriter().value(text)).hasToString('"' + "\\u0001".repeat(length) + '"');
        }
    }

    private static JsonWriter writeAll(JsonWriter out) {
        UUID uuid = UUID.fromString("0050e840-0e29-41d4-a716-000055440000");
        out.beginObject()
                .name("a\n")
                .value(Long.MIN_VALUE)
                .name("b")
                .value(-0.25)
                .name(uuid)
                .value(uuid);
        out.quotedName("\"c\"".getBytes(StandardCharsets.UTF_8)).value("é€😀\u0001");
        out.name("d")
                .beginArray()
                .value(true)
                .nullValue()
                .value(uuid)
                .value(false)
                .endArray();
        return out.name("e").raw("[1,2,3]".getBytes(StandardCharsets.UTF_8)).endObject();
    }

    @Test
    void theTextIsTheSameWhateverRoomThereIs() {
        String expected = "{\"a\\n\":-9223372036854775808,\"b\":-0.25,\"0050e840-0e29-41d4-a716-000055440000\":"
                + "\"0050e840-0e29-41d4-a716-000055440000\",\"c\":\"é€😀\\u0001\","
                + "\"d\":[true,null,\"0050e840-0e29-41d4-a716-000055440000\",false],\"e\":[1,2,3]}";
        byte[] bytes = expected.getBytes(StandardCharsets.UTF_8);
        for (int room = 0; room <= bytes.length + 1; room++) {
            JsonWriter out = writeAll(new JsonWriter(room));
            assertThat(out).hasToString(expected);
            assertThat(out.size()).isEqualTo(bytes.length);
            assertThat(text(out.toBuffers())).isEqualTo(expected);
            byte[] target = new byte[bytes.length + 8];
            assertThat(out.copyTo(target, 5)).isEqualTo(5 + bytes.length);
            assertThat(new String(target, 5, bytes.length, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aTextLeavesInPieces() {
        for (int room = 1; room < 300; room += 7) {
            JsonWriter out = new JsonWriter(room).beginArray();
            StringBuilder pieces = new StringBuilder(text(out.drain()));
            assertThat(out.size()).isZero();
            assertThat(out.drain()).isEmpty();
            for (int i = 0; i < 20; i++) {
                out.value("a value, number ").value(i);
                int size = (int) out.size();
                byte[] copy = out.toByteArray();
                assertThat(copy).hasSize(size);
                String piece = text(out.drain());
                assertThat(piece)
                        .isEqualTo(new String(copy, StandardCharsets.UTF_8))
                        .hasSize(size);
                pieces.append(piece);
            }
            pieces.append(text(out.endArray().drain()));
            assertThat(pieces).startsWith("[\"a value, number \",0,\"a value").endsWith(",19]");
            assertThat(pieces.chars().filter(c -> c == ',').count()).isEqualTo(59);
        }
    }

    @Test
    void aTextThatIsClearedGivesPlaceToAnother() {
        JsonWriter out = new JsonWriter(16).beginArray().value("first");
        List<ByteBuffer> handedOut = out.toBuffers();
        out.value("more that needs another segment");
        out.clear();
        assertThat(out.size()).isZero();
        assertThat(out).hasToString("");
        assertThat(out.value(5)).hasToString("5");
        assertThat(text(handedOut)).isEqualTo("[\"first\"");
        out.clear();
        assertThat(out.beginArray().endArray()).hasToString("[]");
        assertThat(text(out.toBuffers())).isEqualTo("[]");
    }

    private static String text(List<ByteBuffer> buffers) {
        StringBuilder text = new StringBuilder();
        for (ByteBuffer buffer : buffers) {
            text.append(StandardCharsets.UTF_8.decode(buffer.duplicate()));
        }
        return text.toString();
    }
}
