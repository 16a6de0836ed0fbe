package dev.ovsdb.server.engine.monitor;

import static dev.ovsdb.protocol.operation.Function.EQUAL;
import static dev.ovsdb.protocol.operation.Function.EXCLUDES;
import static dev.ovsdb.protocol.operation.Function.GREATER_THAN;
import static dev.ovsdb.protocol.operation.Function.GREATER_THAN_OR_EQUAL;
import static dev.ovsdb.protocol.operation.Function.INCLUDES;
import static dev.ovsdb.protocol.operation.Function.LESS_THAN;
import static dev.ovsdb.protocol.operation.Function.LESS_THAN_OR_EQUAL;
import static dev.ovsdb.protocol.operation.Function.NOT_EQUAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Function;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClausesTest {
    private static final Set<Function> ORDERS =
            EnumSet.of(LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL);

    private static Set<Function> holding(Datum value, Datum operand, Set<Function> of) {
        EnumSet<Function> holding = EnumSet.noneOf(Function.class);
        for (Function function : of) {
            if (Clauses.matches(value, function, operand)) {
                holding.add(function);
            }
        }
        return holding;
    }

    @Test
    void numbersAreOrdered() {
        assertThat(holding(Datum.of(1), Datum.of(2), ORDERS)).containsOnly(LESS_THAN, LESS_THAN_OR_EQUAL);
        assertThat(holding(Datum.of(2), Datum.of(2), ORDERS)).containsOnly(LESS_THAN_OR_EQUAL, GREATER_THAN_OR_EQUAL);
        assertThat(holding(Datum.of(3), Datum.of(2), ORDERS)).containsOnly(GREATER_THAN, GREATER_THAN_OR_EQUAL);
        assertThat(holding(Datum.of(-0.5), Datum.of(0.5), ORDERS)).containsOnly(LESS_THAN, LESS_THAN_OR_EQUAL);
    }

    @Test
    void anOptionalNumberThatIsAbsentIsInNoOrder() {
        assertThat(holding(Datum.emptySet(), Datum.of(2), ORDERS)).isEmpty();
    }

    @Test
    void setsIncludeAndExclude() {
        Set<Function> all = EnumSet.of(EQUAL, NOT_EQUAL, INCLUDES, EXCLUDES);
        Datum two = Datum.set(Atom.of(1), Atom.of(2));
        assertThat(holding(two, Datum.set(Atom.of(2), Atom.of(1)), all)).containsOnly(EQUAL, INCLUDES);
        assertThat(holding(two, Datum.of(1), all)).containsOnly(NOT_EQUAL, INCLUDES);
        assertThat(holding(two, Datum.set(Atom.of(1), Atom.of(3)), all)).containsOnly(NOT_EQUAL);
        assertThat(holding(two, Datum.set(Atom.of(3), Atom.of(4), Atom.of(5)), all))
                .containsOnly(NOT_EQUAL, EXCLUDES);
        assertThat(holding(two, Datum.set(Atom.of(1), Atom.of(2), Atom.of(3)), all))
                .containsOnly(NOT_EQUAL);
        assertThat(holding(two, Datum.emptySet(), all)).containsOnly(NOT_EQUAL, INCLUDES, EXCLUDES);
    }

    @Test
    void mapsIncludeAndExcludePairs() {
        Set<Function> both = EnumSet.of(INCLUDES, EXCLUDES);
        Datum map = map("a", "1", "b", "2");
        assertThat(holding(map, map("a", "1"), both)).containsOnly(INCLUDES);
        assertThat(holding(map, map("a", "2"), both)).containsOnly(EXCLUDES);
        assertThat(holding(map, map("c", "1"), both)).containsOnly(EXCLUDES);
        assertThat(holding(map, map("a", "1", "b", "1"), both)).isEmpty();
    }

    private static Datum map(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return Datum.stringMap(map);
    }
}
