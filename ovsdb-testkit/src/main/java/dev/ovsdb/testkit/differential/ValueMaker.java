package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of columns, from small pools so that equal ones meet.
 *
 * <p>A reference leads to a row that exists, to one that the transaction under way inserts, by UUID or by name, or (weak ones
 * and, rarely, strong ones) to none.
 */
final class ValueMaker {
    private static final List<String> WORDS = List.of(
            "",
            "a",
            "b",
            "ab",
            "cc",
            "dot.ted",
            "\u00e9t\u00e9",
            "\ud83d\ude00",
            "q\"uote",
            "back\\slash",
            "x y",
            "long enough a text",
            "\u0001",
            "/slash/",
            "tab\t");

    private final Chance chance;
    private final Rows rows;

    ValueMaker(Chance chance, Rows rows) {
        this.chance = chance;
        this.rows = rows;
    }

    JsonValue value(ColumnPlan column) {
        if (column.isMap()) return map(column, count(column));
        if (column.isScalar())
            return chance.in(0.97) ? atom(column.key(), true) : Json.set(List.of(atom(column.key(), true)));
        return set(column, count(column));
    }

    /** Elements for a mutation that inserts or deletes: any number, whatever the column allows. */
    JsonValue elements(ColumnPlan column) {
        int count = chance.between(1, 3);
        return column.isMap() ? map(column, count) : set(column, count);
    }

    /** Keys of a map, as a set: what a mutation may delete by. */
    JsonValue keys(ColumnPlan column) {
        List<JsonValue> keys = new ArrayList<>();
        for (int i = chance.below(3); i >= 0; i--) addNew(keys, atom(column.key()));
        return Json.set(keys);
    }

    JsonValue atom(Base base) {
        return atom(base, false);
    }

    /** @param needed whether the row cannot do without: a weak reference to nothing would be dropped */
    private JsonValue atom(Base base, boolean needed) {
        if (base.refTable() != null) return rows.reference(base.refTable(), chance, base.strong() || needed);
        if (!base.choices().isEmpty()) return chance.in(0.98) ? chance.pick(base.choices()) : plain(base);
        return plain(base);
    }

    private JsonValue plain(Base base) {
        return switch (base.type()) {
            case "integer" -> JsonValue.of(number(base));
            case "real" -> JsonValue.of(number(base) + (chance.in(0.5) ? 0 : base.most() == null ? 0.25 : -0.25));
            case "boolean" -> JsonValue.of(chance.in(0.5));
            case "string" -> Json.text(word(base));
            default -> Json.uuid(chance.in(0.8) ? rows.anyUuid(chance) : chance.uuid());
        };
    }

    private long number(Base base) {
        int least = base.least() == null ? -2 : base.least();
        int most = base.most() == null ? Math.max(least, 0) + 9 : base.most();
        // The reference 3.1.0 writes reals with 15 digits, so that longer ones may become equal.
        long large = base.type().equals("real") ? 1L << 40 : -(1L << 52);
        if (chance.in(0.02)) return chance.of((long) least - 1, (long) most + 1, 1L << 40, large);
        return chance.between(least, most);
    }

    private String word(Base base) {
        int least = base.least() == null ? 0 : base.least();
        int most = base.most() == null ? 99 : base.most();
        for (int attempt = 0; attempt < 20; attempt++) {
            String word = chance.in(0.4) ? "n" + chance.below(200) : chance.pick(WORDS);
            int length = word.codePointCount(0, word.length());
            if ((length >= least && length <= most) || chance.in(0.01)) return word;
        }
        return "z".repeat(Math.max(least, 1));
    }

    private int count(ColumnPlan column) {
        int most = column.max() == ColumnPlan.UNLIMITED ? 5 : column.max();
        if (leadsNowhere(column.key()) || leadsNowhere(column.value())) return column.min();
        if (chance.in(0.01)) return most + 1;
        return chance.between(column.min(), most);
    }

    private boolean leadsNowhere(@Nullable Base base) {
        return base != null && base.refTable() != null && base.strong() && !rows.hasAny(base.refTable());
    }

    private JsonValue set(ColumnPlan column, int count) {
        List<JsonValue> atoms = new ArrayList<>();
        for (int i = 0; i < count; i++) addNew(atoms, atom(column.key(), column.min() > 0));
        return atoms.size() == 1 && chance.in(0.5) ? atoms.get(0) : Json.set(atoms);
    }

    private JsonValue map(ColumnPlan column, int count) {
        Map<JsonValue, JsonValue> pairs = new LinkedHashMap<>();
        for (int i = 0; i < count; i++)
            pairs.put(atom(column.key(), column.min() > 0), atom(column.requireValue(), column.min() > 0));
        List<JsonValue> list = new ArrayList<>();
        pairs.forEach((key, value) -> list.add(Json.array(key, value)));
        return Json.array(Json.text("map"), Json.array(list));
    }

    /** Twice the same element is an error, and wanted only now and then. */
    private void addNew(List<JsonValue> atoms, JsonValue atom) {
        if (!atoms.contains(atom) || chance.in(0.005)) atoms.add(atom);
    }
}
