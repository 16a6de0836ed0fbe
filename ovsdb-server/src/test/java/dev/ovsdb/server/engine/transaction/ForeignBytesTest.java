package dev.ovsdb.server.engine.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonBytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reference answers to bytes that are not UTF-8. */
class ForeignBytesTest {
    private final TestDatabase database = SmallSchema.database();

    /** @param bytes as characters of ISO 8859-1, in hexadecimal */
    @ParameterizedTest
    @CsvSource({
        "61ff, 0xff",
        "c3, 0xc3 0x00",
        "eda08078, 0xed 0xa0",
        "f4908080, 0xf4 0x90",
        "c080, 0xc0",
        "e08080, 0xe0 0x80",
        "6f6be282, 0xe2 0x82 0x00",
        "f8, 0xf8",
        "e228a1, 0xe2 0x28",
        "c3a9ff, 0xff",
    })
    void areNamedInTheError(String bytes, String sequence) {
        assertThat(result("{'op':'insert','table':'Log','row':{'text':'" + text(bytes) + "'}}"))
                .isEqualTo("[{\"details\":\"not a valid UTF-8 string: invalid UTF-8 sequence " + sequence
                        + "\",\"error\":\"constraint violation\"}]");
    }

    @Test
    void areNoMatterInAComment() {
        assertThat(result("{'op':'comment','comment':'\u00ff'}")).isEqualTo("[{}]");
    }

    @Test
    void areNoMatterWhereAnotherTypeIsExpected() {
        assertThat(result("{'op':'insert','table':'Port','row':{'tag':'\u00ff'}}"))
                .isEqualTo(
                        "[{\"syntax\":\"\\\"\ufffd\\\"\",\"details\":\"expected integer\",\"error\":\"syntax error\"}]");
    }

    @Test
    void nameNoDatabase() {
        JsonBytes params = JsonBytes.of("[\"\u00ff\"]".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(String.valueOf(TransactRequest.parse(params, name -> null).refusal()))
                .contains("unknown database \ufffd");
    }

    private String result(String operation) {
        byte[] params = TestDatabase.json("['Small'," + operation + "]").getBytes(StandardCharsets.ISO_8859_1);
        TransactRequest request = TransactRequest.parse(JsonBytes.of(params), name -> database.store.schema());
        return database.execute(request).toJson().toString();
    }

    private static String text(String hex) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hex.length(); i += 2) {
            text.append((char) Integer.parseInt(hex.substring(i, i + 2), 16));
        }
        return text.toString();
    }
}
