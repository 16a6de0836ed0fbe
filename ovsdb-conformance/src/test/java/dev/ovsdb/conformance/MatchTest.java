package dev.ovsdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.conformance.match.Bindings;
import dev.ovsdb.conformance.match.JsonMatch;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the same to a reader of OVSDB, and what is not. */
class MatchTest {
    private static final String A = "11111111-1111-4111-8111-111111111111";
    private static final String B = "22222222-2222-4222-8222-222222222222";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock = """
            ["set",[1,2]]             | ["set",[2,1]]
            ["set",[1]]               | 1
            5                         | 5.0
            ["map",[["a",1],["b",2]]] | ["map",[["b",2],["a",1]]]
            {"id":1,"error":"x"}      | {"id":1,"result":null,"error":{"error":"x","details":"other words"}}
            {"error":"x","details":"y"} | {"error":"x"}
            ["~",1,2]                 | [2,1]
            ["...",1]                 | [2,1]
            {"a":"*","...":0}         | {"a":[7],"b":8}
            """)
    void theSameUnlessExact(String expected, String actual) {
        assertThat(difference(expected, actual, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock = """
            ["set",[1,2]]        | ["set",[1,2,2]]      | expected 2 elements, received 3
            ["set",[]]           | 1                    | expected ["set",[]], received 1
            ["map",[["a",1]]]    | ["map",[["a",2]]]    | ["a",1] is missing from [["a",2]]
            [1,2]                | [2,1]                | at [0]: expected 1, received 2
            ["~",1,1]            | [1,2]                | 1 is missing from [1,2]
            {"a":1}              | {"a":1,"b":2}        | unexpected member [b]
            {"a":{"b":1}}        | {"a":{}}             | at a: member "b" is missing
            {"id":1,"error":"x"} | {"error":"x"}        | the error reply has no member "id"
            {"id":1,"error":"x"} | {"id":1,"result":7,"error":"x"} | unexpected member [result] in an error reply
            {"id":1,"error":"x"} | {"id":1,"error":"y"} | at error: expected "x", received "y"
            {"error":"x"}        | {"error":null}       | expected the error "x", received {"error":null}
            null                 | {}                   | expected null, received {}
            """)
    void different(String expected, String actual, String difference) {
        assertThat(difference(expected, actual, false)).contains(difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock = """
            ["set",[1,2]]        | ["set",[2,1]]
            ["set",[1]]          | 1
            {"id":1,"error":"x"} | {"id":1,"result":null,"error":"x"}
            {"error":"x","details":"y"} | {"error":"x","details":"z"}
            """)
    void differentIfExact(String expected, String actual) {
        assertThat(difference(expected, actual, true)).isPresent();
    }

    @Test
    void aNameStandsForOneUuid() {
        assertThat(difference("[\"@1\",\"@1\"]", "[\"" + A + "\",\"" + A + "\"]", true)).isEmpty();
        assertThat(difference("[\"@1\",\"@1\"]", "[\"" + A + "\",\"" + B + "\"]", true)).isPresent();
    }

    /** A row that is tried first and does not fit must not keep its name. */
    @Test
    void whatDoesNotFitBindsNothing() {
        String rows = "[{\"u\":\"" + B + "\",\"k\":2},{\"u\":\"" + A + "\",\"k\":1}]";
        assertThat(difference("[\"~\",{\"u\":\"@1\",\"k\":1},{\"u\":\"@2\",\"k\":2}]", rows, true)).isEmpty();
        String byUuid = "{\"" + B + "\":{\"k\":2},\"" + A + "\":{\"k\":1}}";
        assertThat(difference("{\"@1\":{\"k\":1},\"@2\":{\"k\":2}}", byUuid, true)).isEmpty();
    }

    @Test
    void deepValuesAreCompared() {
        String deep = "[".repeat(900) + "1" + "]".repeat(900);
        assertThat(difference(deep, deep, false)).isEmpty();
        assertThat(difference(deep, deep.replace('1', '2'), false)).isPresent();
    }

    private static Optional<String> difference(String expected, String actual, boolean exact) {
        return new JsonMatch(new Bindings(), exact).difference(JsonValue.parse(expected), JsonValue.parse(actual));
    }
}
