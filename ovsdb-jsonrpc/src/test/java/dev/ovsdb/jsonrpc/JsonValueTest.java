package dev.ovsdb.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.testing.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
    @Nested
    class Numbers {
        @ParameterizedTest
        @CsvSource({
            "1.0, 1",
            "1e3, 1000",
            "-0, 0",
            "-0.0, 0",
            "0e5, 0",
            "1200e-2, 12",
            "9223372036854775807, 9223372036854775807",
            "-9223372036854775808, -9223372036854775808",
            "-9223372036854775808.0, -9223372036854775808",
            "9.223372036854775807e18, 9223372036854775807",
            "100000000000000000000e-2, 1000000000000000000",
        })
        void e07_areIntegersWhenTheirValueIs(String text, String printed) {
            assertThat(JsonValue.parse(text)).isInstanceOf(JsonInteger.class).hasToString(printed);
        }

        @ParameterizedTest
        @CsvSource({
            "1.5, 1.5",
            "9223372036854775808, 9223372036854775808",
            "9223372036854777856, 9.2233720368547779e+18",
            "1e20, 1e+20",
            "1e300, 1e+300",
            "123456789012345678901234567890, 1.2345678901234568e+29",
            "0.1, 0.1",
            "1e-5, 1e-05",
            "0.0001, 0.0001",
            "0.30000000000000004, 0.30000000000000004",
            "5e-324, 4.94065645841247e-324",
            "-1.25e-7, -1.25e-07",
        })
        void e07_areRealsOtherwiseAndPrintTheirShortForm(String text, String printed) {
            JsonValue value = JsonValue.parse(text);
            assertThat(value).isInstanceOf(JsonReal.class).hasToString(printed);
            assertThat(JsonValue.parse(value.toString())).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e400", "-1e400", "1e999999999"})
        void e07_withHugeExponentsAreErrors(String text) {
            assertThatThrownBy(() -> JsonValue.parse(text)).isInstanceOf(MalformedMessageException.class);
        }

        @Test
        void thatAreTinyAreNothing() {
            assertThat(JsonValue.parse("1e-999999999")).isEqualTo(JsonValue.of(0));
        }

        @Test
        void readBackAsTheyWere() {
            var random = new Random(7);
            for (int i = 0; i < 20_000; i++) {
                double value = Double.longBitsToDouble(random.nextLong());
                if (Double.isFinite(value)) {
                    JsonValue number = JsonValue.of(value);
                    assertThat(JsonValue.parse(number.toString()))
                            .as("seed 7, %s", value)
                            .isEqualTo(number);
                }
            }
        }

        @Test
        void mustBeFinite() {
            assertThatThrownBy(() -> JsonValue.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new JsonReal(2.0)).hasMessageContaining("is an integer");
        }
    }

    @Nested
    class Strings {
        @ParameterizedTest
        @ValueSource(strings = {"'\\u0000'", "'\\ud800'", "'\\udc00x'", "'a\nb'", "'\\x'", "{'\\u0000':1}", "'"})
        void e08_refuseWhatTheReferenceRefuses(String text) {
            assertThatThrownBy(() -> Json.value(text)).isInstanceOf(MalformedMessageException.class);
        }

        @Test
        void e08_escapeNoMoreThanTheyMust() {
            assertThat(JsonValue.of("a/\u00e9\u20ac\uD83D\uDE00\"\\\b\f\n\r\t\u0001\u001f"))
                    .hasToString("\"a/\u00e9\u20ac\uD83D\uDE00\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\"");
        }

        @Test
        void cannotBeMadeOfWhatCannotBeSent() {
            assertThatThrownBy(() -> JsonValue.of("\0")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> JsonValue.of("\uD800")).hasMessageContaining("lone surrogate");
            assertThatThrownBy(() -> JsonValue.object("\0", JsonValue.of(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void mustBeUtf8AndNothingElse() {
            byte[] utf16 = "\"a\"".getBytes(StandardCharsets.UTF_16LE);
            assertThatThrownBy(() -> JsonValue.parse(utf16)).isInstanceOf(MalformedMessageException.class);
            assertThatThrownBy(() -> JsonValue.parse(new byte[] {'"', (byte) 0xFF, '"'}))
                    .hasMessage("not UTF-8");
        }
    }

    @Nested
    class Containers {
        @Test
        void e05_objectsAreEqualInAnyOrder() {
            assertThat(Json.value("{'a':1,'b':[2.0]}"))
                    .isEqualTo(Json.value("{'b':[2],'a':1.0}"))
                    .hasSameHashCodeAs(Json.value("{'b':[2],'a':1.0}"))
                    .isNotEqualTo(Json.value("{'a':1}"));
            assertThat(Json.value("[1,2]")).isNotEqualTo(Json.value("[2,1]"));
        }

        @Test
        void e09_theLastOfEqualNamesWins() {
            assertThat(Json.value("{'a':1,'b':2,'a':3}")).hasToString("{\"a\":3,\"b\":2}");
        }

        @Test
        void e09_nestNoDeeperThanAThousand() {
            assertThat(JsonValue.parse("[".repeat(1000) + "]".repeat(1000))).isInstanceOf(JsonArray.class);
            assertThatThrownBy(() -> JsonValue.parse("[".repeat(1001) + "]".repeat(1001)))
                    .isInstanceOf(MalformedMessageException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "[1,]", "{'a':1,}", "[1] 2", "01", "+1", "NaN", "nul", "// x\n1", "{a:1}"})
        void areWrittenStrictly(String text) {
            assertThatThrownBy(() -> Json.value(text)).isInstanceOf(MalformedMessageException.class);
        }
    }

    @Nested
    class Bytes {
        @Test
        void areOneTextInSeveralBuffers() {
            JsonBytes bytes = JsonBytes.of(List.of(
                    ByteBuffer.wrap("[1,".getBytes(StandardCharsets.UTF_8)),
                    ByteBuffer.wrap("xx2]".getBytes(StandardCharsets.UTF_8)).position(2)));
            assertThat(bytes.size()).isEqualTo(5);
            assertThat(bytes).hasToString("[1,2]");
            bytes.buffers().forEach(buffer -> buffer.position(buffer.limit()));
            assertThat(bytes.toValue()).isEqualTo(Json.value("[1,2]"));
        }
    }
}
