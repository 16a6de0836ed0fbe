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

    private static String text(List<ByteBuffer> buffers) {
        StringBuilder text = new StringBuilder();
        for (ByteBuffer buffer : buffers) {
            text.append(StandardCharsets.UTF_8.decode(buffer.duplicate()));
        }
        return text.toString();
    }
}
