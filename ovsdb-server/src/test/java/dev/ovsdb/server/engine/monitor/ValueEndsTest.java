package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link ValueEnds} takes for the elements of an array. */
class ValueEndsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[];",
                "[ \t ];",
                "[1];1",
                "[ -1.5e3 , true,null ,false ];-1.5e3|true|null|false",
                "[\"a\",\"\"];\"a\"|\"\"",
                "[\"]\",\"}\",\",\"];\"]\"|\"}\"|\",\"",
                "[\"\\\"\\\\\",1];\"\\\"\\\\\"|1",
                "[\"\\u005d\"];\"\\u005d\"",
                "[[],{}];[]|{}",
                "[[[1],2], {\"a]\":[{\"b\\\"}\":\"[\"}]} ,3];[[1],2]|{\"a]\":[{\"b\\\"}\":\"[\"}]}|3",
                "[\"\u00e9\u4e2d\"];\"\u00e9\u4e2d\""
            })
    void elementsEndWithTheirBracketsQuotesAndDigits(String json, String elements) {
        assertThat(String.join("|", elementsOf(json))).isEqualTo(elements == null ? "" : elements);
    }

    private static List<String> elementsOf(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        ValueEnds ends = new ValueEnds(text);
        List<String> found = new ArrayList<>();
        while (ends.hasNext()) {
            int from = ends.offset();
            ends.skip();
            found.add(new String(text, from, ends.offset() - from, StandardCharsets.UTF_8));
        }
        return found;
    }
}
