package dev.ovsdb.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomTest {
    @Test
    void zeroAndMinusZeroAreOneReal() {
        assertThat(Atom.of(-0.0)).isEqualTo(Atom.of(0.0)).hasSameHashCodeAs(Atom.of(0.0));
        assertThat(Datum.set(Atom.of(-0.0), Atom.of(0.0)).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aRealIsFinite(double value) {
        assertThatThrownBy(() -> Atom.of(value))
                .hasMessageContaining("must be finite")
                .hasMessageContaining("" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0", "\ud800", "\udc00x", "x\ud800y"})
    void aStringIsWhatTheWireCanCarry(String value) {
        assertThatThrownBy(() -> Atom.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a-b", "é", "a b"})
    void aNamedUuidIsAnId(String name) {
        assertThatThrownBy(() -> Atom.named(name)).hasMessageContaining('"' + name + '"');
    }

    @Test
    void namedUuidsFollowUuids() {
        Datum datum = Datum.set(Atom.named("b"), Atom.named("a"), Atom.of(new UUID(-1, -1)));
        assertThat(datum.atoms()).containsExactly(Atom.of(new UUID(-1, -1)), Atom.named("a"), Atom.named("b"));
        JsonWriter out = new JsonWriter();
        Atom.named("a").write(out);
        assertThat(out).hasToString("[\"named-uuid\",\"a\"]");
        assertThat(Atom.read(JsonReader.of(out.toByteArray()), AtomicType.UUID)).isEqualTo(Atom.named("a"));
    }

    @Test
    void integersAndRealsAreDifferentAtoms() {
        assertThat(Atom.of(1)).isNotEqualTo(Atom.of(1.0));
        assertThat(Atom.of(5).compareTo(Atom.of(1.0))).isNegative();
    }

    @Test
    void repeatedSmallAtomsAndShortStringsAreSharedWhenRead() {
        String json = "[\"set\",[7,\"key\"]]";
        Datum.read(JsonReader.of(json.getBytes(StandardCharsets.UTF_8))); // A string is kept when it comes again.
        Datum one = Datum.read(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)));
        Datum other = Datum.read(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(one.atoms().get(0)).isSameAs(other.atoms().get(0));
        assertThat(one.atoms().get(1)).isSameAs(other.atoms().get(1));
        assertThat(Datum.of("")).isSameAs(Datum.of(""));
        assertThat(Datum.of(false)).isSameAs(Datum.of(false));
    }
}
