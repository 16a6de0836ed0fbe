package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes columns in place, in the rows that meet all conditions. Built by {@link #in}, where "every row" is an explicit
 * choice. Without mutations it only counts the rows.
 */
public record Mutate(String table, List<Condition> where, List<Mutation> mutations) implements TableOperation {
    public Mutate {
        where = List.copyOf(where);
        mutations = List.copyOf(mutations);
    }

    public static Builder in(String table) {
        return new Builder(table);
    }

    @Override
    public String op() {
        return "mutate";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject().name("op").value("mutate").name("table").value(table);
        Where.write(writer, where);
        writer.name("mutations").beginArray();
        for (Mutation mutation : mutations) {
            mutation.write(writer);
        }
        writer.endArray().endObject();
    }

    /** Gathers a {@link Mutate}. For one thread. */
    public static final class Builder extends Where<Builder> {
        private final String table;
        private final List<Mutation> mutations = new ArrayList<>();

        private Builder(String table) {
            super("mutate " + table);
            this.table = table;
        }

        /** Adds a mutation; they are applied in order. */
        public Builder mutation(Mutation next) {
            mutations.add(next);
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /** @throws IllegalStateException if the rows were not chosen */
        public Mutate build() {
            return new Mutate(table, chosen(), mutations);
        }
    }
}
