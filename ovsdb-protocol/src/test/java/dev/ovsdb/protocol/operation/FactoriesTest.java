package dev.ovsdb.protocol.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Conditions and mutations of values of every kind, as they go over the wire. */
class FactoriesTest {
    private static final UUID ID = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");
    private static final String TAGGED = "['uuid','550e8400-e29b-41d4-a716-446655440000']";
    private static final Datum NUMBERS = Datum.set(Atom.of(1), Atom.of(2));

    private static List<String> conditions(Condition... conditions) {
        List<String> texts = new ArrayList<>();
        for (Condition condition : conditions) {
            JsonWriter out = new JsonWriter();
            condition.write(out);
            texts.add(out.toString().replace('"', '\''));
        }
        return texts;
    }

    private static List<String> mutations(Mutation... mutations) {
        List<Mutation> all = List.of(mutations);
        Mutate mutate = new Mutate("T", List.of(), all);
        String text = mutate.toJson().replace('"', '\'');
        String list = text.substring(text.indexOf("[[") + 1, text.lastIndexOf("]]") + 1);
        return List.of(list.split(",(?=\\['c',)"));
    }

    @Test
    void conditionsOfEquality() {
        assertThat(conditions(
                        Condition.equal("c", NUMBERS),
                        Condition.equal("c", Atom.of("a")),
                        Condition.equal("c", "s"),
                        Condition.equal("c", 5),
                        Condition.equal("c", 0.5),
                        Condition.equal("c", true),
                        Condition.equal("c", ID)))
                .containsExactlyElementsOf(withEveryKind("=="));
        assertThat(conditions(
                        Condition.notEqual("c", NUMBERS),
                        Condition.notEqual("c", Atom.of("a")),
                        Condition.notEqual("c", "s"),
                        Condition.notEqual("c", 5),
                        Condition.notEqual("c", 0.5),
                        Condition.notEqual("c", true),
                        Condition.notEqual("c", ID)))
                .containsExactlyElementsOf(withEveryKind("!="));
    }

    private static List<String> withEveryKind(String function) {
        List<String> texts = new ArrayList<>();
        for (String value : new String[] {"['set',[1,2]]", "'a'", "'s'", "5", "0.5", "true", TAGGED}) {
            texts.add("['c','" + function + "'," + value + "]");
        }
        return texts;
    }

    @Test
    void conditionsOfOrder() {
        assertThat(conditions(
                        Condition.lessThan("c", 5),
                        Condition.lessThan("c", 0.5),
                        Condition.lessThanOrEqual("c", 5),
                        Condition.lessThanOrEqual("c", 0.5),
                        Condition.greaterThan("c", 5),
                        Condition.greaterThan("c", 0.5),
                        Condition.greaterThanOrEqual("c", 5),
                        Condition.greaterThanOrEqual("c", 0.5)))
                .containsExactly(
                        "['c','<',5]",
                        "['c','<',0.5]",
                        "['c','<=',5]",
                        "['c','<=',0.5]",
                        "['c','>',5]",
                        "['c','>',0.5]",
                        "['c','>=',5]",
                        "['c','>=',0.5]");
    }

    @Test
    void conditionsOfElements() {
        assertThat(conditions(
                        Condition.includes("c", NUMBERS),
                        Condition.includes("c", Atom.of("a")),
                        Condition.includes("c", "s"),
                        Condition.includes("c", 5),
                        Condition.includes("c", ID)))
                .containsExactlyElementsOf(withElements("includes"));
        assertThat(conditions(
                        Condition.excludes("c", NUMBERS),
                        Condition.excludes("c", Atom.of("a")),
                        Condition.excludes("c", "s"),
                        Condition.excludes("c", 5),
                        Condition.excludes("c", ID)))
                .containsExactlyElementsOf(withElements("excludes"));
    }

    private static List<String> withElements(String function) {
        List<String> texts = new ArrayList<>();
        for (String value : new String[] {"['set',[1,2]]", "'a'", "'s'", "5", TAGGED}) {
            texts.add("['c','" + function + "'," + value + "]");
        }
        return texts;
    }

    @Test
    void mutationsOfNumbers() {
        assertThat(mutations(
                        Mutation.add("c", 5),
                        Mutation.add("c", 0.5),
                        Mutation.subtract("c", 5),
                        Mutation.subtract("c", 0.5),
                        Mutation.multiply("c", 5),
                        Mutation.multiply("c", 0.5),
                        Mutation.divide("c", 5),
                        Mutation.divide("c", 0.5),
                        Mutation.modulo("c", 5)))
                .containsExactly(
                        "['c','+=',5]",
                        "['c','+=',0.5]",
                        "['c','-=',5]",
                        "['c','-=',0.5]",
                        "['c','*=',5]",
                        "['c','*=',0.5]",
                        "['c','/=',5]",
                        "['c','/=',0.5]",
                        "['c','%=',5]");
    }

    @Test
    void mutationsOfElements() {
        assertThat(mutations(
                        Mutation.insert("c", NUMBERS),
                        Mutation.insert("c", Atom.of("a")),
                        Mutation.insert("c", "s"),
                        Mutation.insert("c", 5),
                        Mutation.insert("c", ID)))
                .containsExactlyElementsOf(withElements("insert"));
        assertThat(mutations(
                        Mutation.delete("c", NUMBERS),
                        Mutation.delete("c", Atom.of("a")),
                        Mutation.delete("c", "s"),
                        Mutation.delete("c", 5),
                        Mutation.delete("c", ID)))
                .containsExactlyElementsOf(withElements("delete"));
    }
}
