package dev.ovsdb.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonValue;
import org.junit.jupiter.api.Test;

class JsonPrinterTest {
    @Test
    void sortsMembersByTheBytesOfTheirNames() {
        assertThat(JsonPrinter.sorted(JsonValue.parse("{\"b\":{},\"_\":1,\"B\":[],\"a\":\"x\"}")))
                .isEqualTo("{\"B\":[],\"_\":1,\"a\":\"x\",\"b\":{}}");
        // UTF-16 would put the surrogates of U+1D11E before U+FF00.
        assertThat(JsonPrinter.sorted(JsonValue.parse("{\"\ud834\udd1e\":1,\"\uff00\":2}")))
                .isEqualTo("{\"\uff00\":2,\"\ud834\udd1e\":1}");
    }

    @Test
    void givesEachPartALineOfItsOwn() {
        assertThat(JsonPrinter.sorted(JsonValue.parse("{\"b\":[1,[2,{}],[]],\"a\":{\"c\":null}}"), true))
                .isEqualTo("""
                        {
                          "a": {
                            "c": null},
                          "b": [
                            1,
                            [
                              2,
                              {
                                }],
                            []]}""");
    }
}
