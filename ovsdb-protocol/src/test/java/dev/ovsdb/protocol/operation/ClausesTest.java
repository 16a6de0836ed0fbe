package dev.ovsdb.protocol.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions and mutations (RFC 7047, section 5.1) of every kind of value, as they are written. */
class ClausesTest {
    private static final UUID ROW = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");
    private static final String UUID_JSON = "['uuid','" + ROW + "']";
    private static final Datum SET = Datum.set(Atom.of(1), Atom.of(2));

    static Stream<Arguments> conditions() {
        return Stream.of(
                arguments(Condition.uuid(ROW), "['_uuid','=='," + UUID_JSON + "]"),
                arguments(Condition.namedUuid("new"), "['_uuid','==',['named-uuid','new']]"),
                arguments(Condition.of("c", Function.LESS_THAN, SET), "['c','<',['set',[1,2]]]"),
                arguments(Condition.equal("c", SET), "['c','==',['set',[1,2]]]"),
                arguments(Condition.equal("c", Atom.of(1)), "['c','==',1]"),
                arguments(Condition.equal("c", "a"), "['c','==','a']"),
                arguments(Condition.equal("c", 7), "['c','==',7]"),
                arguments(Condition.equal("c", 0.5), "['c','==',0.5]"),
                arguments(Condition.equal("c", true), "['c','==',true]"),
                arguments(Condition.equal("c", ROW), "['c','=='," + UUID_JSON + "]"),
                arguments(Condition.notEqual("c", SET), "['c','!=',['set',[1,2]]]"),
                arguments(Condition.notEqual("c", Atom.of(1)), "['c','!=',1]"),
                arguments(Condition.notEqual("c", "a"), "['c','!=','a']"),
                arguments(Condition.notEqual("c", 7), "['c','!=',7]"),
                arguments(Condition.notEqual("c", 0.5), "['c','!=',0.5]"),
                arguments(Condition.notEqual("c", false), "['c','!=',false]"),
                arguments(Condition.notEqual("c", ROW), "['c','!='," + UUID_JSON + "]"),
                arguments(Condition.lessThan("c", 7), "['c','<',7]"),
                arguments(Condition.lessThan("c", 0.5), "['c','<',0.5]"),
                arguments(Condition.lessThanOrEqual("c", 7), "['c','<=',7]"),
                arguments(Condition.lessThanOrEqual("c", 0.5), "['c','<=',0.5]"),
                arguments(Condition.greaterThan("c", 7), "['c','>',7]"),
                arguments(Condition.greaterThan("c", 0.5), "['c','>',0.5]"),
                arguments(Condition.greaterThanOrEqual("c", 7), "['c','>=',7]"),
                arguments(Condition.greaterThanOrEqual("c", 0.5), "['c','>=',0.5]"),
                arguments(Condition.includes("c", SET), "['c','includes',['set',[1,2]]]"),
                arguments(Condition.includes("c", Atom.of(1)), "['c','includes',1]"),
                arguments(Condition.includes("c", "a"), "['c','includes','a']"),
                arguments(Condition.includes("c", 7), "['c','includes',7]"),
                arguments(Condition.includes("c", ROW), "['c','includes'," + UUID_JSON + "]"),
                arguments(Condition.excludes("c", SET), "['c','excludes',['set',[1,2]]]"),
                arguments(Condition.excludes("c", Atom.of(1)), "['c','excludes',1]"),
                arguments(Condition.excludes("c", "a"), "['c','excludes','a']"),
                arguments(Condition.excludes("c", 7), "['c','excludes',7]"),
                arguments(Condition.excludes("c", ROW), "['c','excludes'," + UUID_JSON + "]"),
                arguments(Condition.TRUE, "true"),
                arguments(Condition.FALSE, "false"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("conditions")
    void conditionsAreWritten(Condition condition, String json) {
        JsonWriter writer = new JsonWriter();
        condition.write(writer);

        assertThat(writer.toString().replace('"', '\'')).isEqualTo(json);
        assertThat(Condition.read(JsonReader.of(writer.toByteArray()), null)).isEqualTo(condition);
    }

    static Stream<Arguments> mutations() {
        return Stream.of(
                arguments(Mutation.add("c", 7), "['c','+=',7]"),
                arguments(Mutation.add("c", 0.5), "['c','+=',0.5]"),
                arguments(Mutation.subtract("c", 7), "['c','-=',7]"),
                arguments(Mutation.subtract("c", 0.5), "['c','-=',0.5]"),
                arguments(Mutation.multiply("c", 7), "['c','*=',7]"),
                arguments(Mutation.multiply("c", 0.5), "['c','*=',0.5]"),
                arguments(Mutation.divide("c", 7), "['c','/=',7]"),
                arguments(Mutation.divide("c", 0.5), "['c','/=',0.5]"),
                arguments(Mutation.modulo("c", 7), "['c','%=',7]"),
                arguments(Mutation.insert("c", SET), "['c','insert',['set',[1,2]]]"),
                arguments(Mutation.insert("c", Atom.of(1)), "['c','insert',1]"),
                arguments(Mutation.insert("c", "a"), "['c','insert','a']"),
                arguments(Mutation.insert("c", 7), "['c','insert',7]"),
                arguments(Mutation.insert("c", ROW), "['c','insert'," + UUID_JSON + "]"),
                arguments(Mutation.delete("c", SET), "['c','delete',['set',[1,2]]]"),
                arguments(Mutation.delete("c", Atom.of(1)), "['c','delete',1]"),
                arguments(Mutation.delete("c", "a"), "['c','delete','a']"),
                arguments(Mutation.delete("c", 7), "['c','delete',7]"),
                arguments(Mutation.delete("c", ROW), "['c','delete'," + UUID_JSON + "]"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mutations")
    void mutationsAreWritten(Mutation mutation, String json) {
        JsonWriter writer = new JsonWriter();
        mutation.write(writer);

        assertThat(writer.toString().replace('"', '\'')).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void e29NamesAreIds(String name, boolean isOne) {
        assertThat(Identifiers.isId(name)).isEqualTo(isOne);
    }

    static Stream<Arguments> ids() {
        return Stream.of(
                arguments("a", true),
                arguments("z", true),
                arguments("A", true),
                arguments("Z", true),
                arguments("_", true),
                arguments("a09zAZ_", true),
                arguments("", false),
                arguments("0a", false),
                arguments("a/", false),
                arguments("a:", false),
                arguments("@", false),
                arguments("[", false),
                arguments("`", false),
                arguments("{", false),
                arguments("a b", false),
                arguments("é", false),
                arguments("aé", false));
    }
}
