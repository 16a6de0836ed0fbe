package dev.ovsdb.server.engine.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.engine.conversion.Conversion.Notation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 3.1.0 answers to {@code convert}, and what its {@code ovsdb-tool convert} does. */
class ConversionTest {
    private static final String SET_OF_STRINGS = "{'key':'string','min':0,'max':'unlimited'}";
    private static final String MAP = "{'key':'string','value':'string','min':0,'max':'unlimited'}";
    private static final String SET_OF_INTEGERS = "{'key':'integer','min':0,'max':'unlimited'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'integer'; 1; 'real'; {\"a\":1}",
                "'integer'; 1; " + SET_OF_INTEGERS + "; {\"a\":1}",
                SET_OF_INTEGERS + "; 1; 'integer'; {\"a\":1}",
                "'string'; 'p'; {'key':{'type':'string','enum':['set',['p','q']]}}; {\"a\":\"p\"}",
            })
    void keepsWhatTheNewTypeCanHold(String from, String value, String to, String row) throws RejectedException {
        assertThat(converted(from, value, to, Notation.WIRE)).isEqualTo(row);
        assertThat(converted(from, value, to, Notation.LOG)).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'real'; 1.5; 'integer'; expected integer",
                "'integer'; 1; 'string'; expected string",
                SET_OF_INTEGERS + "; ['set',[1,2]]; 'integer'; set must have exactly one member but 2 are present",
                SET_OF_INTEGERS + "; ['set',[1,2,3]]; {'key':'integer','min':0,'max':2};"
                        + " set must have 0 to 2 members but 3 are present",
                SET_OF_STRINGS + "; ['set',['x','y']]; " + MAP + "; expected [\"map\", <array>]",
                MAP + "; ['map',[['x','y']]]; " + SET_OF_STRINGS + "; expected string",
                "'string'; 'r'; {'key':{'type':'string','enum':['set',['p','q']]}};"
                        + " r is not one of the allowed values ([p, q])",
                "'integer'; 5; {'key':{'type':'integer','maxInteger':4}}; 5 is greater than maximum allowed value 4",
                "'boolean'; true; 'integer'; expected integer",
            })
    void refusesWhatTheNewTypeCannotHold(String from, String value, String to, String details) {
        for (Notation notation : Notation.values()) {
            assertThatThrownBy(() -> converted(from, value, to, notation))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            e -> assertThat(e.error().details()).contains(details));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'real'; 1.0; 'integer'; {\"a\":1}; expected integer",
                SET_OF_INTEGERS
                        + "; ['set',[]]; 'integer'; {\"a\":0}; set must have exactly one member but 0 are present",
                SET_OF_STRINGS + "; ['set',[]]; " + MAP + "; {\"a\":[\"map\",[]]}; expected [\"map\", <array>]",
                MAP + "; ['map',[]]; " + SET_OF_INTEGERS + "; {\"a\":[\"set\",[]]}; expected integer",
            })
    void isEasierByTheLog(String from, String value, String to, String row, String details) throws RejectedException {
        assertThat(converted(from, value, to, Notation.LOG)).isEqualTo(row);
        assertThatThrownBy(() -> converted(from, value, to, Notation.WIRE))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.error().details()).contains(details));
    }

    @Test
    void dropsColumnsAndGivesNewOnesTheirDefaultsUnchecked() throws RejectedException {
        DatabaseSchema from = schema("'a':{'type':'integer'},'gone':{'type':'string'}");
        DatabaseSchema to =
                schema("'a':{'type':'integer'},'e':{'type':{'key':{'type':'string','enum':['set',['p']]}}}");
        Row row = read(from, "{'a':1,'gone':'x'}");
        assertThat(text(new Conversion(to, Notation.WIRE).row(from.requireTable("T"), row)))
                .isEqualTo("{\"a\":1,\"e\":\"\"}");
    }

    @Test
    void dropsTables() {
        DatabaseSchema from = schema("'a':{'type':'integer'}");
        DatabaseSchema to = DatabaseSchema.parse(json("{'name':'c','tables':{'U':{'columns':{'a':{'type':'real'}}}}}"));
        assertThat(new Conversion(to, Notation.WIRE).table(from.requireTable("T")))
                .isNull();
    }

    private static String converted(String from, String value, String to, Notation notation) throws RejectedException {
        DatabaseSchema old = schema("'a':{'type':" + from + "}");
        Row row = read(old, "{'a':" + value + "}");
        return text(new Conversion(schema("'a':{'type':" + to + "}"), notation).row(old.requireTable("T"), row));
    }

    private static Row read(DatabaseSchema schema, String row) {
        TableSchema table = schema.requireTable("T");
        return Row.read(JsonReader.of(json(row).getBytes(StandardCharsets.UTF_8)), table);
    }

    private static DatabaseSchema schema(String columns) {
        return DatabaseSchema.parse(json("{'name':'c','tables':{'T':{'columns':{" + columns + "}}}}"));
    }

    private static String text(Row row) {
        JsonWriter out = new JsonWriter();
        row.write(out);
        return out.toString();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
