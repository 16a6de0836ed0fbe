package dev.ovsdb.server.remote;

import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A row that describes a remote, such as one of {@code Open_vSwitch}'s table {@code Manager}. A column that the table does not
 * have, or has with another type, counts as absent.
 */
record RemoteRow(TableSchema table, UUID uuid, Row row) {
    Optional<String> target() {
        return string("target");
    }

    Optional<String> string(String column) {
        return single(column, AtomicType.STRING).map(Datum::asString);
    }

    Optional<Long> integer(String column) {
        return single(column, AtomicType.INTEGER).map(Datum::asLong);
    }

    Optional<Boolean> flag(String column) {
        return single(column, AtomicType.BOOLEAN).map(Datum::asBoolean);
    }

    Optional<String> option(String column, String key) {
        return has(column, AtomicType.STRING, true)
                ? row.get(column).map(value -> value.asStringMap().get(key))
                : Optional.empty();
    }

    /** Whether the table has a column of up to one such value. */
    boolean hasFlag(String column) {
        return has(column, AtomicType.BOOLEAN, false);
    }

    /** Whether the table has a column that maps strings to strings. */
    boolean hasStringMap(String column) {
        return has(column, AtomicType.STRING, true);
    }

    private Optional<Datum> single(String column, AtomicType type) {
        return has(column, type, false) ? row.get(column).filter(value -> value.size() == 1) : Optional.empty();
    }

    private boolean has(String name, AtomicType type, boolean map) {
        Optional<ColumnSchema> column = table.column(name);
        return column.isPresent()
                && column.get().type().key().type() == type
                && column.get().type().isMap() == map
                && (map
                        ? column.get().type().requireValue().type() == type
                        : column.get().type().max() == 1);
    }

    /** The status columns as they are. */
    Map<String, String> status() {
        return row.get("status").map(Datum::asStringMap).orElse(Map.of());
    }
}
