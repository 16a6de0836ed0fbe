package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.NameTable;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How rows are read: by the column types of a table, with a choice for columns that it does not have, or by how each value
 * looks. Immutable; made once and used for many rows. A column that comes twice has its last value.
 */
public final class RowFormat {
    /** Without a schema: see {@link Datum#read(JsonReader)}. */
    public static final RowFormat UNTYPED = new RowFormat(null, UnknownNames.KEEP);

    private final @Nullable TableSchema table;
    private final RowLayout layout;
    private final UnknownNames unknown;

    private RowFormat(@Nullable TableSchema table, UnknownNames unknown) {
        this.table = table;
        this.layout = table == null ? RowLayout.NONE : table.layout();
        this.unknown = unknown;
    }

    /** By the table's column types; other columns as told. */
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
        return read(in, false);
    }

    /** Reads a row of differences: see {@link Row#readDiff}; fails as {@link #read}. */
    public Row readDiff(JsonReader in) {
        return read(in, true);
    }

    private Row read(JsonReader in, boolean diff) {
        AtomReader.require(in, JsonToken.BEGIN_OBJECT, "a row");
        NameTable names = layout.nameTable();
        @Nullable Datum[] values = new Datum[layout.size()];
        Map<String, Datum> others = null;
        int column = -1;
        in.beginObject();
        while (in.hasNext()) {
            column = in.nextNameIn(names, column);
            if (column >= 0) {
                values[column] = DatumReader.read(in, type(column), diff);
            } else {
                others = readUnknown(in, others);
            }
        }
        in.endObject();
        return row(values, others);
    }

    private ColumnType type(int column) {
        return schema().columnAt(column).type();
    }

    private TableSchema schema() {
        return Objects.requireNonNull(table, "without a table no column is known, and none refused");
    }

    private Row row(@Nullable Datum[] values, @Nullable Map<String, Datum> others) {
        if (values.length == 0) {
            return others == null ? Row.empty() : Row.of(others);
        }
        Row row = new Row(layout, values);
        return others == null ? row : row.with(Row.of(others));
    }

    private @Nullable Map<String, Datum> readUnknown(JsonReader in, @Nullable Map<String, Datum> others) {
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
            case REFUSE -> throw new UnknownNameException("column", schema().name() + "." + column);
        }
        throw new AssertionError(unknown);
    }
}
