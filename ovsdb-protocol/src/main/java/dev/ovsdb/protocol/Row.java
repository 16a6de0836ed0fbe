package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values of some columns: RFC 7047's {@code <row>}. Immutable. Rows are equal when they have the same columns with equal
 * values; the order of columns is only that of iteration.
 */
public final class Row {
    private static final Row EMPTY = new Row(RowLayout.NONE, new Datum[0]);

    private final RowLayout layout;
    private final @Nullable Datum[] values;

    Row(RowLayout layout, @Nullable Datum[] values) {
        this.layout = layout;
        this.values = values;
    }

    public static Row empty() {
        return EMPTY;
    }

    public static RowBuilder builder() {
        return new RowBuilder();
    }

    /** The row of these columns, in the map's order. */
    public static Row of(Map<String, ? extends Datum> columns) {
        return new Row(
                new RowLayout(List.copyOf(columns.keySet())), columns.values().toArray(new Datum[0]));
    }

    /** A row of this layout; the value at an index is null if the row lacks that column. The array is copied. */
    public static Row of(RowLayout layout, @Nullable Datum[] values) {
        if (values.length != layout.size()) {
            throw new IllegalArgumentException("expected " + layout.size() + " values, got " + values.length);
        }
        return new Row(layout, values.clone());
    }

    /**
     * Reads a row of this table. {@link RowFormat} leaves a choice for columns that it does not have.
     *
     * @throws InvalidDatumException if a value is not of its column's type
     * @throws UnknownNameException if the table lacks a column
     */
    public static Row read(JsonReader in, TableSchema table) {
        return RowFormat.of(table, UnknownNames.REFUSE).read(in);
    }

    /**
     * Reads a row of differences, as {@code update2} has them for a modified row: see {@link DatumDiff}.
     *
     * @throws InvalidDatumException if a value is no difference of its column's type
     * @throws UnknownNameException if the table lacks a column
     */
    public static Row readDiff(JsonReader in, TableSchema table) {
        return RowFormat.of(table, UnknownNames.REFUSE).readDiff(in);
    }

    /** Reads a row without knowing its table: see {@link Datum#read(JsonReader)}. */
    public static Row read(JsonReader in) {
        return RowFormat.UNTYPED.read(in);
    }

    /** The value of a column, if the row has it. */
    public Optional<Datum> get(String column) {
        return Optional.ofNullable(find(column));
    }

    /** The value of a column, or null: {@link #get} for those who count allocations. */
    public @Nullable Datum find(String column) {
        int index = layout.indexOf(column);
        return index < 0 ? null : values[index];
    }

    /** @throws NoSuchElementException if the row lacks the column; says which it has */
    public Datum require(String column) {
        Datum value = find(column);
        if (value == null) {
            throw new NoSuchElementException("no column " + column + " in this row of " + columns());
        }
        return value;
    }

    /** The row's identity, if {@code _uuid} is among its columns. */
    public Optional<UUID> uuid() {
        return get("_uuid").map(Datum::asUuid);
    }

    /** The columns that this row has. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(values.length);
        forEach((column, value) -> columns.add(column));
        return Collections.unmodifiableList(columns);
    }

    public int size() {
        int size = 0;
        for (Datum value : values) {
            size += value == null ? 0 : 1;
        }
        return size;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** Hands over each column and its value. */
    public void forEach(BiConsumer<? super String, ? super Datum> action) {
        for (int i = 0; i < values.length; i++) {
            Datum value = values[i];
            if (value != null) {
                action.accept(layout.names().get(i), value);
            }
        }
    }

    /** The columns and values as a map, a copy. */
    public Map<String, Datum> asMap() {
        Map<String, Datum> map = new LinkedHashMap<>();
        forEach(map::put);
        return Collections.unmodifiableMap(map);
    }

    /** The row's layout, which also has columns that this row lacks. */
    public RowLayout layout() {
        return layout;
    }

    /** The value at this index of the layout, or null if the row lacks that column. */
    public @Nullable Datum valueAt(int index) {
        return values[index];
    }

    /** This row with that value in this column. */
    public Row with(String column, Datum value) {
        int index = layout.indexOf(column);
        if (index < 0) {
            return builder().putAll(this).put(column, value).build();
        }
        @Nullable Datum[] copy = values.clone();
        copy[index] = value;
        return new Row(layout, copy);
    }

    /** This row with the columns of the other, whose values win. */
    public Row with(Row other) {
        if (other.layout != layout) {
            return builder().putAll(this).putAll(other).build();
        }
        @Nullable Datum[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = other.values[i] != null ? other.values[i] : copy[i];
        }
        return new Row(layout, copy);
    }

    /** This row without this column. */
    public Row without(String column) {
        int index = layout.indexOf(column);
        if (index < 0 || values[index] == null) {
            return this;
        }
        @Nullable Datum[] copy = values.clone();
        copy[index] = null;
        return new Row(layout, copy);
    }

    /** Writes the row as an object; columns in the order of {@link #columns}. */
    public void write(JsonWriter out) {
        out.beginObject();
        forEach((column, value) -> {
            out.name(column);
            value.write(out);
        });
        out.endObject();
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Row that)) {
            return false;
        }
        if (layout == that.layout) {
            return Arrays.equals(values, that.values);
        }
        return size() == that.size()
                && columns().stream().allMatch(column -> require(column).equals(that.find(column)));
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < values.length; i++) {
            Datum value = values[i];
            hash += value == null ? 0 : layout.names().get(i).hashCode() * 31 ^ value.hashCode();
        }
        return hash;
    }

    /** The row, for people: long values are cut. */
    @Override
    public String toString() {
        return asMap().toString();
    }
}
