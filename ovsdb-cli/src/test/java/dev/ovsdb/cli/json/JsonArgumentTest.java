package dev.ovsdb.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArgumentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                " [1,-1,0,1.5,-2.5e-10,1e300]\n",
                "{\"a\":[true,false,null],\"b\":{\"c\":\"\\u00e9\\n\\/\\ud834\\udd1e\"}}",
                "[9223372036854775807,-9223372036854775808,9223372036854775808,1e18,100e-2,-0,-0.0,0e99]",
                "{\"a\":1,\"a\":2}"
            })
    void readsWhatTheWireReads(String json) throws JsonTextException {
        assertThat(JsonArgument.parse(json)).isEqualTo(JsonValue.parse(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1; line 0, column 3, byte 3: unexpected end of input",
                "[1 2]; line 0, column 4, byte 4: syntax error expecting ']' or ','",
                "{\"a\"}; line 0, column 4, byte 4: syntax error parsing object expecting ':'",
                "\"foo\"; line 0, column 4, byte 4: syntax error at beginning of input",
                "[1][2]; line 0, column 3, byte 3: trailing garbage at end of input"
            })
    void saysWhereAndWhy(String json, String message) {
        assertThatThrownBy(() -> JsonArgument.parse(json))
                .isInstanceOf(JsonTextException.class)
                .hasMessage(message);
    }

    @Test
    void countsLines() {
        assertThatThrownBy(() -> JsonArgument.parse("[\n1\n 2]"))
                .hasMessage("line 2, column 2, byte 6: syntax error" + " expecting ']' or ','");
    }
}
