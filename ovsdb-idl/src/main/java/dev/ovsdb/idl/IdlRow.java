package dev.ovsdb.idl;

import dev.ovsdb.idl.store.RowImage;
import dev.ovsdb.idl.store.StoredTable;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was when it was read. Immutable: its values never change, also when the row does or is deleted. References are followed
 * in the replica or view that it was read from.
 *
 * <p>Rows are equal if they are the same row of the same table, whatever their values are.
 */
public final class IdlRow implements ReadableRow {
    private final Reading reading;
    private final RowImage image;

    IdlRow(Reading reading, RowImage image) {
        this.reading = reading;
        this.image = image;
    }

    @Override
    public UUID uuid() {
        return image.uuid();
    }

    /** The name of its table. */
    @Override
    public String table() {
        return image.table().name();
    }

    /**
     * A column's value.
     *
     * @throws NoSuchElementException if the column is not held; says which are
     */
    @Override
    public Datum get(String column) {
        Datum value = image.value(column);
        return value != null ? value : absent(column);
    }

    private Datum absent(String column) {
        return reading.defaultOf(image.table(), column)
                .orElseThrow(() -> new NoSuchElementException("column " + column + " of table " + table()
                        + " is not held, only " + image.table().shape().monitored()));
    }

    /** The columns that are held, with their values. */
    public Row values() {
        return image.values();
    }

    /** The replica's sequence number when the row came. */
    public long inserted() {
        return image.inserted();
    }

    /** The replica's sequence number when the row changed last, silent columns aside. */
    public long modified() {
        return image.modified();
    }

    /**
     * The row that a column refers to, if it does and the row is held.
     *
     * @throws IllegalStateException if the column holds several references
     */
    @Override
    public Optional<IdlRow> reference(String column) {
        List<IdlRow> rows = references(column);
        if (rows.size() > 1) {
            throw new IllegalStateException("column " + column + " of table " + table() + " refers to several rows");
        }
        return rows.stream().findFirst();
    }

    /**
     * The rows that a column refers to, in the order of their UUIDs, those aside that are not held; of a map, its keys.
     *
     * @throws IllegalArgumentException if the column holds no references
     */
    @Override
    public List<IdlRow> references(String column) {
        StoredTable target = target(column, schema(column).type().key());
        List<IdlRow> rows = new ArrayList<>();
        for (Atom atom : get(column).atoms()) {
            add(rows, target, atom);
        }
        return rows;
    }

    /**
     * The rows that the values of a map refer to, by their keys, those aside that are not held.
     *
     * @throws IllegalArgumentException if the column is no map with references as values
     */
    public Map<Atom, IdlRow> referencesByKey(String column) {
        BaseType type = schema(column).type().value().orElseThrow(() -> noReferences(column));
        StoredTable target = target(column, type);
        Map<Atom, IdlRow> rows = new LinkedHashMap<>();
        if (get(column) instanceof MapDatum map) {
            map.forEach((key, atom) -> {
                IdlRow row = resolve(target, atom);
                if (row != null) {
                    rows.put(key, row);
                }
            });
        }
        return rows;
    }

    /**
     * The row of this UUID, if a column refers to it and it is held, and null otherwise; of a map, its keys count.
     *
     * @throws IllegalArgumentException if the column holds no references
     */
    @Override
    public @Nullable IdlRow findReference(String column, UUID uuid) {
        StoredTable target = target(column, schema(column).type().key());
        Atom atom = Atom.of(uuid);
        return get(column).contains(atom) ? resolve(target, atom) : null;
    }

    /**
     * The row that a map refers to under a key, or null if there is none or it is not held.
     *
     * @throws IllegalArgumentException if the column is no map with references as values
     */
    @Override
    public @Nullable IdlRow findReferenceByKey(String column, Atom key) {
        StoredTable target = target(column, schema(column).type().value().orElseThrow(() -> noReferences(column)));
        Atom atom = get(column) instanceof MapDatum map ? map.get(key).orElse(null) : null;
        return atom == null ? null : resolve(target, atom);
    }

    private void add(List<IdlRow> rows, StoredTable target, Atom atom) {
        IdlRow row = resolve(target, atom);
        if (row != null) {
            rows.add(row);
        }
    }

    private @Nullable IdlRow resolve(StoredTable target, Atom atom) {
        RowImage found = atom instanceof Atom.UuidAtom uuid ? target.find(uuid.value(), reading.version()) : null;
        return found == null ? null : new IdlRow(reading, found);
    }

    private ColumnSchema schema(String column) {
        return reading.column(image.table(), column);
    }

    private StoredTable target(String column, BaseType type) {
        String table = type.refTable().orElseThrow(() -> noReferences(column));
        StoredTable target = reading.store().table(table);
        if (target == null) {
            throw new NoSuchElementException(
                    "table " + table + ", to which column " + column + " of table " + table() + " refers, is not held");
        }
        return target;
    }

    private IllegalArgumentException noReferences(String column) {
        return new IllegalArgumentException("column " + column + " of table " + table() + " holds no references");
    }

    /** The rows of any table that refer to this one, in no order. */
    public List<IdlRow> referrers() {
        return referrers(null);
    }

    /** The rows of a table that refer to this one by a column, in no order. */
    public List<IdlRow> referrers(String fromTable, String byColumn) {
        StoredTable source = reading.store().table(fromTable);
        if (source == null) {
            throw new NoSuchElementException("table " + fromTable + " is not held");
        }
        return referrers(reading.column(source, byColumn));
    }

    private List<IdlRow> referrers(@Nullable ColumnSchema column) {
        List<IdlRow> rows = new ArrayList<>();
        image.table().referrers(uuid(), column, reading.version(), found -> rows.add(new IdlRow(reading, found)));
        return rows;
    }

    /** This row in another replica or view, if it is there. */
    public Optional<IdlRow> in(Replica other) {
        return other.row(table(), uuid());
    }

    RowImage image() {
        return image;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdlRow that && uuid().equals(that.uuid()) && table().equals(that.table());
    }

    @Override
    public int hashCode() {
        return uuid().hashCode();
    }

    @Override
    public String toString() {
        return table() + " " + uuid() + " " + values();
    }
}
