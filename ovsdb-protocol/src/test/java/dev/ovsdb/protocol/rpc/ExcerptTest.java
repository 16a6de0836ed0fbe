package dev.ovsdb.protocol.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a complaint quotes of the text that it is about. */
class ExcerptTest {
    private static final int LONGEST = 160;

    private static String noted(String... pieces) {
        Excerpt excerpt = new Excerpt();
        for (String piece : pieces) {
            ByteBuffer bytes = ByteBuffer.wrap(piece.getBytes(StandardCharsets.UTF_8));
            excerpt.note(bytes);
            assertThat(bytes.remaining()).as("left to be read").isEqualTo(piece.length());
        }
        return excerpt.toString();
    }

    private static String of(String text) {
        byte[] bytes = ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
        return Excerpt.of(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, LONGEST - 1, LONGEST})
    void aShortTextIsQuotedWhole(int length) {
        String text = "x".repeat(length);
        assertThat(noted(text)).isEqualTo(text).isEqualTo(of(text));
        assertThat(noted(text.substring(1), "x")).isEqualTo(text);
        assertThat(noted("", text, "")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {LONGEST + 1, 2 * LONGEST, 10_000})
    void ofALongTextTheBeginningIsQuoted(int length) {
        String text = "x".repeat(length);
        String quoted = "x".repeat(LONGEST) + "...";
        assertThat(noted(text)).isEqualTo(quoted).isEqualTo(of(text));
        assertThat(noted(text.substring(1), "x")).isEqualTo(quoted);
        assertThat(noted(text.substring(0, LONGEST), text.substring(LONGEST))).isEqualTo(quoted);
        assertThat(noted("x", text.substring(1), "y")).isEqualTo(quoted);
    }

    @Test
    void whatIsNoLetterDoesNotReachATerminal() {
        assertThat(of("a\u001b[31m\n\u007f\u009bé")).isEqualTo("a?[31m???é");
        assertThat(noted("\u0000b")).isEqualTo("?b");
    }

    @Test
    void nothingIsCalledNothing() {
        assertThat(noted()).isEqualTo("nothing").isEqualTo(of(""));
    }

    @Test
    void theExceptionNamesItsMethod() {
        assertThatExceptionOfType(UnexpectedResultException.class)
                .isThrownBy(() -> ListDbs.result().read("{}".getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> assertThat(e.method()).isEqualTo("list_dbs"));
    }
}
