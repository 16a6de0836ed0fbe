package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A generated column.
 *
 * @param value the base type of a map's values, null for what is no map
 * @param max the most elements; {@link #UNLIMITED} for any number
 */
record ColumnPlan(String name, Base key, @Nullable Base value, int min, int max, boolean mutable, boolean ephemeral) {
    static final int UNLIMITED = Integer.MAX_VALUE;

    boolean isMap() {
        return value != null;
    }

    boolean isScalar() {
        return min == 1 && max == 1 && !isMap();
    }

    boolean refersTo(String table) {
        return table.equals(key.refTable()) || (value != null && table.equals(value.refTable()));
    }

    ColumnPlan withKey(Base other) {
        return new ColumnPlan(name, other, value, min, max, mutable, ephemeral);
    }

    ColumnPlan withValue(Base other) {
        return new ColumnPlan(name, key, other, min, max, mutable, ephemeral);
    }

    ColumnPlan withMin(int other) {
        return new ColumnPlan(name, key, value, other, max, mutable, ephemeral);
    }

    ColumnPlan withMax(int other) {
        return new ColumnPlan(name, key, value, min, other, mutable, ephemeral);
    }

    ColumnPlan withMutable(boolean other) {
        return new ColumnPlan(name, key, value, min, max, other, ephemeral);
    }

    ColumnPlan withEphemeral(boolean other) {
        return new ColumnPlan(name, key, value, min, max, mutable, other);
    }

    Base requireValue() {
        return Objects.requireNonNull(value);
    }

    boolean isReference() {
        return key.isReference() || (value != null && value.isReference());
    }

    /** Whether an insert may leave the column out. */
    boolean allowsDefault() {
        return min == 0 || (key.allowsDefault() && !key.isReference() && (value == null || value.allowsDefault()));
    }

    /** What is said of a reference in the counts of a run, such as {@code strong set}. */
    String referenceKind() {
        String shape = isMap()
                ? (key.isReference() ? "map key" : "map value")
                : isScalar() ? "scalar" : max == 1 ? "optional" : "set";
        boolean strong = key.isReference() ? key.strong() : requireValue().strong();
        return (strong ? "strong " : "weak ") + shape;
    }

    JsonObject toJson() {
        JsonObject type = Json.object().with("key", key.toJson());
        if (value != null) type = type.with("value", value.toJson());
        if (min != 1) type = type.with("min", JsonValue.of((long) min));
        if (max != 1) type = type.with("max", max == UNLIMITED ? Json.text("unlimited") : JsonValue.of((long) max));
        JsonObject json = Json.object().with("type", type);
        if (ephemeral) json = json.with("ephemeral", JsonValue.of(true));
        return mutable ? json : json.with("mutable", JsonValue.of(false));
    }
}
