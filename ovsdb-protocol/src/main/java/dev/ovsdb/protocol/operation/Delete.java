package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.List;

/** Deletes the rows that meet all conditions. Built by {@link #from}, where "every row" is an explicit choice. */
public record Delete(String table, List<Condition> where) implements TableOperation {
    public Delete {
        where = List.copyOf(where);
    }

    public static Builder from(String table) {
        return new Builder(table);
    }

    @Override
    public String op() {
        return "delete";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject().name("op").value("delete").name("table").value(table);
        Where.write(writer, where);
        writer.endObject();
    }

    /** Gathers a {@link Delete}. For one thread. */
    public static final class Builder extends Where<Builder> {
        private final String table;

        private Builder(String table) {
            super("delete " + table);
            this.table = table;
        }

        @Override
        Builder self() {
            return this;
        }

        /** @throws IllegalStateException if the rows were not chosen */
        public Delete build() {
            return new Delete(table, chosen());
        }
    }
}
