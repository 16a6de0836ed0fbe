package dev.ovsdb.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final TableSchema TABLE = DatabaseSchema.parse("""
            {"name":"D","tables":{"T":{"columns":{
              "name":{"type":"string"},
              "ports":{"type":{"key":"integer","min":0,"max":"unlimited"}},
              "speed":{"type":{"key":"real","min":0}},
              "ids":{"type":{"key":"string","value":"string","min":0,"max":"unlimited"}}}}}}""").requireTable("T");

    private static JsonReader json(String text) {
        return JsonReader.of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String written(Row row) {
        JsonWriter out = new JsonWriter();
        row.write(out);
        return out.toString().replace('"', '\'');
    }

    @Test
    void aRowOfATableIsReadByItsColumnsTypes() {
        Row row =
                Row.read(json("{'ports':5,'speed':1,'_uuid':['uuid','550e8400-e29b-41d4-a716-446655440000']}"), TABLE);
        assertThat(row.columns()).containsExactly("ports", "speed", "_uuid");
        assertThat(row.require("speed")).isEqualTo(Datum.of(1.0));
        assertThat(row.uuid()).contains(UUID.fromString("550e8400-e29b-41d4-a716-446655440000"));
        assertThat(row.get("name")).isEmpty();
    }

    @Test
    void aColumnThatTheTableLacksIsRefused() {
        assertThatThrownBy(() -> Row.read(json("{'nam':'x'}"), TABLE))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("column T.nam, which the schema does not have");
        assertThatThrownBy(() -> Row.empty().require("nam")).hasMessageContaining("no column nam");
    }

    @Test
    void theLastOfTwoMembersOfOneNameCounts() {
        assertThat(Row.read(json("{'name':'a','name':'b'}"), TABLE).require("name"))
                .isEqualTo(Datum.of("b"));
        assertThat(Row.read(json("{'name':'a','name':'b'}")).require("name")).isEqualTo(Datum.of("b"));
    }

    @Test
    void rowsAreEqualWhateverTheirOrderAndLayout() {
        Row typed = Row.read(json("{'name':'a','ports':['set',[1,2]]}"), TABLE);
        Row untyped = Row.read(json("{'ports':['set',[2,1]],'name':'a'}"));
        Row built = Row.builder()
                .put("name", "a")
                .put("ports", Datum.set(Atom.of(2), Atom.of(1)))
                .build();
        assertThat(typed)
                .isEqualTo(untyped)
                .isEqualTo(built)
                .hasSameHashCodeAs(untyped)
                .hasSameHashCodeAs(built);
        assertThat(typed).isNotEqualTo(typed.without("name")).isNotEqualTo(typed.with("name", Datum.of("b")));
        assertThat(written(built)).isEqualTo("{'name':'a','ports':['set',[1,2]]}");
    }

    @Test
    void changingARowLeavesTheOldOneAlone() {
        Row row = Row.read(json("{'name':'a'}"), TABLE);
        assertThat(row.with("name", Datum.of("b")).with("other", Datum.of(1)).columns())
                .containsExactly("name", "other");
        assertThat(row.with(Row.read(json("{'ports':1}"), TABLE)))
                .isEqualTo(Row.of(Map.of("name", Datum.of("a"), "ports", Datum.of(1))));
        assertThat(written(row)).isEqualTo("{'name':'a'}");
    }

    @Test
    void omittedColumnsHaveTheirDefaults() { // E18
        Row row = TABLE.withDefaults(Row.read(json("{'ports':5}"), TABLE));
        assertThat(written(row)).isEqualTo("{'name':'','ports':5,'speed':['set',[]],'ids':['map',[]]}");
    }

    @Test
    void applyingADiffGivesTheOtherRowAndTellsEachChange() { // E19
        Row before = TABLE.withDefaults(Row.read(json("{'name':'a','ports':['set',[1,2]],'speed':1.5}"), TABLE));
        Row after = TABLE.withDefaults(Row.read(json("{'name':'b','ports':['set',[2,3]]}"), TABLE));
        Row diff = RowDiff.between(before, after, TABLE);
        assertThat(written(diff)).isEqualTo("{'name':'b','ports':['set',[1,3]],'speed':['set',[]]}");
        RowDelta delta = RowDiff.apply(before, Row.readDiff(json(written(diff)), TABLE), TABLE);
        assertThat(delta.after()).isEqualTo(after);
        assertThat(delta.columns().keySet()).containsExactly("name", "ports", "speed");
        assertThat(delta.columns().get("ports").added()).isEqualTo(Datum.of(3));
        assertThat(delta.columns().get("ports").removed()).isEqualTo(Datum.of(1));
        assertThat(RowDiff.between(after, after, TABLE).isEmpty()).isTrue();
    }

    @Test
    void rowsOfDifferentColumnsHaveNoDiff() {
        assertThatThrownBy(() -> RowDiff.between(
                        Row.empty(), Row.builder().put("name", "a").build(), TABLE))
                .hasMessageContaining("name");
    }

    @Test
    void aRowIsCheckedAgainstItsTable() {
        assertThatThrownBy(() -> TABLE.check(Row.builder().put("nam", "a").build()))
                .hasMessage("table T has no column nam; it has name, ports, speed, ids");
        assertThatThrownBy(() -> TABLE.check(Row.builder().put("name", 5).build()))
                .hasMessage("T.name: expected type string, found integer 5; the value was 5");
        TABLE.check(Row.builder().put("speed", 5).build()); // An integer is a real, too.
    }
}
