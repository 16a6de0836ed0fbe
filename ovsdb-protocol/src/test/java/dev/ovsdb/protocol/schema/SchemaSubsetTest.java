package dev.ovsdb.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaSubsetTest {
    private final DatabaseSchema schema = DatabaseSchema.parse("""
            {"name":"D","version":"1.0.0","cksum":"1 2","tables":{
              "A":{"isRoot":true,"indexes":[["name"],["n"]],"columns":{
                "name":{"type":"string"},
                "n":{"type":"integer"},
                "bs":{"type":{"key":{"type":"uuid","refTable":"B"},"min":0,"max":"unlimited"}},
                "m":{"type":{"key":"string","value":{"type":"uuid","refTable":"B","refType":"weak"},"min":0,"max":9}}}},
              "B":{"columns":{"x":{"type":"integer"}}}}}""");

    @Test
    void onlyTheChosenTablesAndColumnsStayInTheirOrder() {
        DatabaseSchema subset = schema.subset(Map.of("A", List.of("bs", "name")));
        assertThat(subset.tables()).extracting(TableSchema::name).containsExactly("A");
        assertThat(subset.requireTable("A").columns())
                .extracting(ColumnSchema::name)
                .containsExactly("name", "bs");
        assertThat(subset.requireTable("A").indexes()).containsExactly(List.of("name"));
        assertThat(subset.version()).isEqualTo(schema.version());
        assertThat(subset.cksum()).isEmpty();
    }

    @Test
    void noColumnsMeansAllColumns() {
        DatabaseSchema subset = schema.subset(Map.of("A", List.of(), "B", List.of()));
        assertThat(subset.tables()).isEqualTo(schema.tables());
        assertThat(subset.requireTable("B").isRoot()).isFalse();
    }

    @Test
    void referencesToAbsentTablesArePlainUuids() {
        TableSchema table = schema.subset(Map.of("A", List.of())).requireTable("A");
        assertThat(table.requireColumn("bs").type().key().refTable()).isEmpty();
        assertThat(table.requireColumn("m").type().requireValue().refTable()).isEmpty();
        assertThat(table.requireColumn("m").type().max()).isEqualTo(9);
    }

    @Test
    void whatTheSchemaLacksIsNamed() {
        assertThatThrownBy(() -> schema.subset(Map.of("C", List.of()))).isInstanceOf(UnknownTableException.class);
        assertThatThrownBy(() -> schema.subset(Map.of("A", List.of("y")))).isInstanceOf(UnknownColumnException.class);
    }
}
