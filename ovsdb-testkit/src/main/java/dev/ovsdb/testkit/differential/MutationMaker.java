package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Makes mutations, most of which the column takes. */
final class MutationMaker {
    private final Chance chance;
    private final ValueMaker values;

    MutationMaker(Chance chance, ValueMaker values) {
        this.chance = chance;
        this.values = values;
    }

    JsonValue mutations(TablePlan table) {
        List<ColumnPlan> candidates = table.columns().stream()
                .filter(column -> column.mutable() || chance.in(0.05))
                .filter(column -> canMutate(column) || chance.in(0.03))
                .toList();
        List<JsonValue> mutations = new ArrayList<>();
        for (int i = chance.in(0.8) ? 1 : 2; i > 0 && !candidates.isEmpty(); i--)
            mutations.add(mutation(chance.pick(candidates)));
        return Json.array(mutations);
    }

    private static boolean canMutate(ColumnPlan column) {
        return (column.key().isNumber() && !column.isMap()) || column.max() > 1;
    }

    private JsonValue mutation(ColumnPlan column) {
        boolean number = column.key().isNumber() && !column.isMap();
        boolean elements = column.max() > 1 || chance.in(0.05);
        return number && (!elements || chance.in(0.5)) ? arithmetic(column) : insertOrDelete(column);
    }

    private JsonValue arithmetic(ColumnPlan column) {
        String mutator = column.key().type().equals("real") && chance.in(0.95)
                ? chance.of("+=", "-=", "*=", "/=")
                : chance.of("+=", "-=", "*=", "/=", "%=");
        JsonValue operand = column.key().type().equals("integer")
                ? JsonValue.of(chance.in(0.03) ? chance.of(0L, Long.MAX_VALUE) : chance.of(1L, 2L, -1L, 3L))
                : JsonValue.of(chance.in(0.04) ? chance.of(0.0, 1e308) : chance.of(1.0, 2.0, 0.5, -0.25));
        // The reference 3.1.0 writes what is too small for a normal number, and reads no such number.
        if (mutator.equals("/=") && operand.equals(JsonValue.of(1e308))) operand = JsonValue.of(1e300);
        // The reference 3.1.0 falls at a negative integer times zero, and tells a zero with a sign from one without now
        // and then.
        boolean scales = mutator.equals("*=") || mutator.equals("/=");
        if (scales && operand.equals(JsonValue.of(-0.25))) operand = JsonValue.of(0.25);
        if (mutator.equals("*=") && isZero(operand)) operand = JsonValue.of(2);
        return Json.array(Json.text(column.name()), Json.text(mutator), operand);
    }

    private static boolean isZero(JsonValue operand) {
        return operand.equals(JsonValue.of(0)) || operand.equals(JsonValue.of(0.0));
    }

    private JsonValue insertOrDelete(ColumnPlan column) {
        boolean insert = chance.in(0.55);
        JsonValue operand = !insert && column.isMap() && chance.in(0.5) ? values.keys(column) : values.elements(column);
        return Json.array(
                Json.text(column.name()), Json.text(chance.in(0.01) ? "put" : insert ? "insert" : "delete"), operand);
    }
}
