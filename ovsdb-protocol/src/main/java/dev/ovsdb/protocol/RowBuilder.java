package dev.ovsdb.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Puts a {@link Row} together. A column that is put twice has the later value. */
public final class RowBuilder {
    private final Map<String, Datum> columns = new LinkedHashMap<>();

    RowBuilder() {}

    public RowBuilder put(String column, Datum value) {
        columns.put(column, value);
        return this;
    }

    public RowBuilder put(String column, Atom value) {
        return put(column, Datum.of(value));
    }

    public RowBuilder put(String column, String value) {
        return put(column, Datum.of(value));
    }

    public RowBuilder put(String column, long value) {
        return put(column, Datum.of(value));
    }

    public RowBuilder put(String column, double value) {
        return put(column, Datum.of(value));
    }

    public RowBuilder put(String column, boolean value) {
        return put(column, Datum.of(value));
    }

    public RowBuilder put(String column, UUID value) {
        return put(column, Datum.of(value));
    }

    /** Puts each column of the other row. */
    public RowBuilder putAll(Row other) {
        other.forEach(columns::put);
        return this;
    }

    public Row build() {
        return columns.isEmpty() ? Row.empty() : Row.of(columns);
    }
}
