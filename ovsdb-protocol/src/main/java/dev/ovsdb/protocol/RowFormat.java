package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.NameTable;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How rows are read: by the column types of a table, with a choice for columns that it does not have, or by how each value
 * looks. Immutable. A column that comes twice has its last value.
 */
public final class RowFormat {
    /** Without a schema: see {@link Datum#read(JsonReader)}. */
    public static final RowFormat UNTYPED = new RowFormat(null, UnknownNames.KEEP);

    private final @Nullable TableSchema table;
    private final UnknownNames unknown;

    private RowFormat(@Nullable TableSchema table, UnknownNames unknown) {
        this.table = table;
        this.unknown = unknown;
    }

    public static RowFormat of(TableSchema table, UnknownNames unknown) {
        return new RowFormat(table, unknown);
    }

    /** By the table's column types, other columns kept; {@link #UNTYPED} without a table. */
    public static RowFormat ofNullable(@Nullable TableSchema table) {
        return table == null ? UNTYPED : of(table, UnknownNames.KEEP);
    }

    /**
     * Reads a row.
     *
     * @throws InvalidDatumException if a value is not of its column's type
     * @throws UnknownNameException if the table lacks a column, and that was to be refused
     */
    public Row read(JsonReader in) {
        return table == null ? Row.read(in) : read(in, table, false);
    }

    /** Reads a row of differences: see {@link Row#readDiff}; fails as {@link #read}. */
    public Row readDiff(JsonReader in) {
        return table == null ? Row.read(in) : read(in, table, true);
    }

    private Row read(JsonReader in, TableSchema schema, boolean diff) {
        AtomReader.require(in, JsonToken.BEGIN_OBJECT, "a row");
        RowLayout layout = schema.layout();
        NameTable names = layout.nameTable();
        @Nullable Datum[] values = new Datum[layout.size()];
        Map<String, Datum> others = null;
        in.beginObject();
        while (in.hasNext()) {
            int column = in.nextNameIn(names);
            if (column >= 0) {
                values[column] = DatumReader.read(in, schema.columnAt(column).type(), diff);
            } else {
                others = readUnknown(in, schema, others);
            }
        }
        in.endObject();
        Row row = new Row(layout, values);
        return others == null ? row : row.with(Row.of(others));
    }

    private @Nullable Map<String, Datum> readUnknown(
            JsonReader in, TableSchema schema, @Nullable Map<String, Datum> others) {
        String column = in.lastString();
        switch (unknown) {
            case KEEP -> {
                Map<String, Datum> kept = others == null ? new LinkedHashMap<>() : others;
                kept.put(column, DatumReader.readUntyped(in));
                return kept;
            }
            case SKIP -> {
                in.skipValue();
                return others;
            }
            case REFUSE -> throw new UnknownNameException("column", schema.name() + "." + column);
        }
        throw new AssertionError(unknown);
    }
}
