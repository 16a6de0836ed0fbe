package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds a row. Columns it does not list get their default values. Built by {@link #into}.
 *
 * @param uuid the new row's UUID, or null to let the server choose; an extension of Open vSwitch 2.13
 * @param uuidName a name by which the other operations of the same transaction may refer to the row, also before this one
 */
public record Insert(
        String table,
        Row row,
        @Nullable UUID uuid,
        @Nullable String uuidName) implements TableOperation {
    /** @throws IllegalArgumentException if {@code uuidName} is not an {@code <id>} */
    public Insert {
        if (uuidName != null) {
            Identifiers.require("uuid-name", uuidName);
        }
    }

    public static Builder into(String table) {
        return new Builder(table);
    }

    @Override
    public String op() {
        return "insert";
    }

    @Override
    public void write(JsonWriter writer) {
        writer.beginObject().name("op").value("insert").name("table").value(table);
        if (uuid != null) {
            writer.name("uuid").value(uuid);
        }
        if (uuidName != null) {
            writer.name("uuid-name").value(uuidName);
        }
        writer.name("row");
        row.write(writer);
        writer.endObject();
    }

    /** Gathers an {@link Insert}. For one thread. */
    public static final class Builder implements RowSetter<Builder> {
        private final String table;
        private final Map<String, Datum> columns = new LinkedHashMap<>();
        private @Nullable UUID uuid;
        private @Nullable String uuidName;

        private Builder(String table) {
            this.table = table;
        }

        /** Chooses the new row's UUID. */
        public Builder uuid(UUID uuid) {
            this.uuid = uuid;
            return this;
        }

        /** Names the new row within its transaction; {@link Atom#named} refers to it. */
        public Builder uuidName(String uuidName) {
            this.uuidName = uuidName;
            return this;
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

        public Insert build() {
            return new Insert(table, Row.of(columns), uuid, uuidName);
        }
    }
}
