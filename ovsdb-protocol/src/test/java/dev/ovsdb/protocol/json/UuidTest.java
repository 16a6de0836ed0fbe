package dev.ovsdb.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A UUID is 36 characters, each of which counts. */
class UuidTest {
    private static final String TEXT = "01234567-89ab-cdef-0123-456789abcdef";

    private static UUID read(String text) {
        return JsonReader.of(('"' + text + '"').getBytes(StandardCharsets.UTF_8))
                .nextUuid();
    }

    private static String with(int position, char letter) {
        return TEXT.substring(0, position) + letter + TEXT.substring(position + 1);
    }

    private static boolean isDash(int position) {
        return TEXT.charAt(position) == '-';
    }

    @Test
    void everyDigitAtEveryPlaceIsRead() {
        for (int position = 0; position < TEXT.length(); position++) {
            for (char digit : "0123456789abcdef".toCharArray()) {
                if (!isDash(position)) {
                    assertThat(read(with(position, digit))).isEqualTo(UUID.fromString(with(position, digit)));
                }
            }
        }
    }

    @Test
    void anythingElseAtAnyPlaceIsRefused() {
        for (int position = 0; position < TEXT.length(); position++) {
            for (char letter : "g/:@G`_~é".toCharArray()) {
                String text = with(position, letter);
                assertThatExceptionOfType(JsonSyntaxException.class).as(text).isThrownBy(() -> read(text));
            }
            String swapped = with(position, isDash(position) ? 'a' : '-');
            assertThatExceptionOfType(JsonSyntaxException.class).as(swapped).isThrownBy(() -> read(swapped));
        }
    }

    @Test
    void oneCharacterMoreOrLessIsRefused() {
        for (String text : new String[] {"", TEXT.substring(1), TEXT.substring(0, 35), TEXT + "0", " " + TEXT}) {
            assertThatExceptionOfType(JsonSyntaxException.class).as(text).isThrownBy(() -> read(text));
        }
    }
}
