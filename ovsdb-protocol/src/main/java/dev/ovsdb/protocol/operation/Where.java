package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an operation is about; what the builders of all operations but insert share. "Every row" must be somebody's
 * explicit choice, because on the wire it is no more than an empty list.
 */
public abstract sealed class Where<B>
        permits Select.Builder, Update.Builder, Mutate.Builder, Delete.Builder, Wait.Builder {
    private final String operation;
    private @Nullable List<Condition> where;

    Where(String operation) {
        this.operation = operation;
    }

    abstract B self();

    /** Adds conditions; rows that meet all of them are taken. */
    public final B where(Condition... conditions) {
        return where(List.of(conditions));
    }

    /** Adds conditions; rows that meet all of them are taken. No condition is no choice: see {@link #everyRow}. */
    public final B where(List<Condition> conditions) {
        if (!conditions.isEmpty()) {
            List<Condition> all = new ArrayList<>(where == null ? List.of() : where);
            all.addAll(conditions);
            where = all;
        }
        return self();
    }

    /** Takes every row of the table; forgets conditions given before. */
    public final B everyRow() {
        where = List.of();
        return self();
    }

    final List<Condition> chosen() {
        if (where == null) {
            throw new IllegalStateException(operation + ": call where(...) or everyRow()");
        }
        return where;
    }

    static void write(JsonWriter writer, List<Condition> where) {
        writer.name("where").beginArray();
        for (Condition condition : where) {
            condition.write(writer);
        }
        writer.endArray();
    }
}
