package dev.ovsdb.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.MalformedUtf8Exception;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DatumTest {
    @Test
    void aValueReadsAsTheTypeOneAsksFor() {
        UUID uuid = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");
        assertThat(Datum.of("a").asString()).isEqualTo("a");
        assertThat(Datum.of(5).asLong()).isEqualTo(5);
        assertThat(Datum.of(5).asDouble()).isEqualTo(5.0);
        assertThat(Datum.of(0.5).asDouble()).isEqualTo(0.5);
        assertThat(Datum.of(true).asBoolean()).isTrue();
        assertThat(Datum.of(uuid).asUuid()).isEqualTo(uuid);
        assertThat(Datum.set(Atom.of("b"), Atom.of("a")).asStrings()).containsExactly("a", "b");
        assertThat(Datum.set(Atom.of(2), Atom.of(1)).asLongs()).containsExactly(1L, 2L);
        assertThat(Datum.of(uuid).asUuids()).containsExactly(uuid);
        assertThat(Datum.stringMap(Map.of("k", "v")).asStringMap()).containsExactly(Map.entry("k", "v"));
        assertThat(Datum.stringMap(Map.of("k", "v")).get("k")).contains("v");
        assertThat(Datum.emptySet().asOptional()).isEmpty();
    }

    @Test
    void askingForTheWrongTypeSaysWhatTheValueWas() {
        assertThatThrownBy(() -> Datum.of("a").asLong()).hasMessage("expected a value of type integer, was \"a\"");
        assertThatThrownBy(() -> Datum.set(Atom.of(1), Atom.of(2)).asLong())
                .hasMessage("expected a set of one element, was [\"set\",[1,2]]");
        assertThatThrownBy(() -> Datum.emptyMap().asStrings()).hasMessageContaining("expected a set");
        assertThatThrownBy(() -> Datum.of(1).asStringMap()).hasMessageContaining("expected a map");
    }

    @Test
    void anEmptySetIsNotAnEmptyMap() {
        assertThat(Datum.emptySet()).isNotEqualTo(Datum.emptyMap());
    }

    @Test
    void mapsAreSortedByKey() {
        MapDatum map = Datum.map(Map.of(Atom.of("b"), Atom.of(2), Atom.of("a"), Atom.of(1)));
        assertThat(map.keys().atoms()).containsExactly(Atom.of("a"), Atom.of("b"));
        assertThat(map).hasToString("[\"map\",[[\"a\",1],[\"b\",2]]]");
    }

    @Test
    void readingGoesOnBehindAStringThatIsNotUtf8() {
        JsonReader in = JsonReader.of("['\u00ff','b']".replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1));
        ColumnType type = ColumnType.scalar(BaseType.of(AtomicType.STRING));
        in.beginArray();
        assertThatThrownBy(() -> Datum.read(in, type)).isInstanceOf(MalformedUtf8Exception.class);
        assertThat(Datum.read(in, type)).isEqualTo(Datum.of("b"));
        in.endArray();
    }

    @Test
    void errorsTellTheOffset() {
        byte[] json = "[\"set\",[1,\"x\"]]".getBytes(StandardCharsets.UTF_8);
        ColumnType type = ColumnType.set(BaseType.of(AtomicType.INTEGER), 0, 5);
        assertThatThrownBy(() -> Datum.read(JsonReader.of(json), type))
                .hasMessage("expected an integer, found a string at offset 10");
    }
}
