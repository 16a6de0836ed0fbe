package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets columns of the rows that meet all conditions. Built by {@link #in}, where "every row" is an explicit choice. */
public record Update(String table, List<Condition> where, Row row) implements TableOperation {
    public Update {
        where = List.copyOf(where);
    }

    public static Builder in(String table) {
        return new Builder(table);
    }

    @Override
    public String op() {
        return "update";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject().name("op").value("update").name("table").value(table);
        Where.write(writer, where);
        writer.name("row");
        row.write(writer);
        writer.endObject();
    }

    /** Gathers an {@link Update}. For one thread. */
    public static final class Builder extends Where<Builder> implements RowSetter<Builder> {
        private final String table;
        private final Map<String, Datum> columns = new LinkedHashMap<>();

        private Builder(String table) {
            super("update " + table);
            this.table = table;
        }

        @Override
        public Builder set(String column, Datum value) {
            columns.put(column, value);
            return this;
        }

        @Override
        public Builder setAll(Row row) {
            row.forEach(columns::put);
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /** @throws IllegalStateException if the rows were not chosen */
        public Update build() {
            return new Update(table, chosen(), Row.of(columns));
        }
    }
}
