package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row in a transaction: as the version has it that the transaction reads, with what the transaction did to it, or one that it
 * inserts. What is read of a row that was there is verified, unless {@linkplain TransactionOptions#unverified options} say otherwise.
 *
 * <p>Every method that reads or writes a column throws {@link java.util.NoSuchElementException} if there is no such column or it was
 * not declared as one that is read, or written; {@link dev.ovsdb.protocol.schema.ConstraintException} for a value that the column may
 * not hold; {@link IllegalArgumentException} if the column may not be changed or is of another kind; {@link IllegalStateException} if
 * the row was deleted or the transaction is over.
 */
public final class WritableRow implements ReadableRow {
    private final IdlTransaction tx;
    private final StagedRow row;

    WritableRow(IdlTransaction tx, StagedRow row) {
        this.tx = tx;
        this.row = row;
    }

    StagedRow staged() {
        return row;
    }

    boolean isOf(IdlTransaction other) {
        return tx == other;
    }

    /**
     * Its UUID. Of a row that is inserted without one of its own it is one for the transaction only, by which other rows may refer to it;
     * {@link Success#uuid} tells what the server chose.
     */
    @Override
    public UUID uuid() {
        return row.uuid();
    }

    /** The name of its table. */
    @Override
    public String table() {
        return row.table();
    }

    /** Whether this transaction inserts it. */
    public boolean isInserted() {
        return row.isInserted();
    }

    // ---- Reading.

    /** A column's value, with what was staged. */
    @Override
    public Datum get(String column) {
        requireUsable(column);
        return row.get(column);
    }

    /**
     * The row that a column refers to, if it does and the row is there.
     *
     * @throws IllegalStateException also if the column holds several references
     */
    @Override
    public Optional<WritableRow> reference(String column) {
        List<WritableRow> rows = references(column);
        if (rows.size() > 1) {
            throw new IllegalStateException("column " + column + " of table " + table() + " refers to several rows");
        }
        return rows.stream().findFirst();
    }

    /** The rows that a column refers to, those aside that are not there; of a map, its keys. */
    @Override
    public List<WritableRow> references(String column) {
        Datum value = get(column);
        String target = target(column, Optional.of(type(column).key()));
        List<WritableRow> rows = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            WritableRow found = resolve(target, atom);
            if (found != null) {
                rows.add(found);
            }
        }
        return rows;
    }

    @Override
    public @Nullable WritableRow findReference(String column, UUID uuid) {
        String target = target(column, Optional.of(type(column).key()));
        return get(column).contains(Atom.of(uuid)) ? resolve(target, Atom.of(uuid)) : null;
    }

    @Override
    public @Nullable WritableRow findReferenceByKey(String column, Atom key) {
        String target = target(column, type(column).value());
        Atom atom = get(column) instanceof MapDatum map ? map.get(key).orElse(null) : null;
        return atom == null ? null : resolve(target, atom);
    }

    private @Nullable WritableRow resolve(String target, Atom atom) {
        return atom instanceof Atom.UuidAtom uuid ? tx.row(target, uuid.value()).orElse(null) : null;
    }

    private ColumnType type(String column) {
        return row.columns().require(column).type();
    }

    private String target(String column, Optional<BaseType> type) {
        return type.flatMap(BaseType::refTable)
                .orElseThrow(() -> new IllegalArgumentException(
                        "column " + column + " of table " + table() + " holds no references"));
    }

    /** Has the server confirm the values of these columns as they were before this transaction, whether they were read or not. */
    public WritableRow verify(String... columns) {
        for (String column : columns) {
            requireUsable(column);
            row.verify(column);
        }
        return this;
    }

    // ---- Writing.

    /** Sets a column. What was added to it or taken from it before is forgotten. */
    public WritableRow set(String column, Datum value) {
        requireUsable(column);
        row.set(column, value);
        return this;
    }

    /** Sets a column to one atom. */
    public WritableRow set(String column, Atom value) {
        return set(column, Datum.of(value));
    }

    /** Sets a column to a string. */
    public WritableRow set(String column, String value) {
        return set(column, Datum.of(value));
    }

    /** Sets a column to an integer. */
    public WritableRow set(String column, long value) {
        return set(column, Datum.of(value));
    }

    /** Sets a column to a real. */
    public WritableRow set(String column, double value) {
        return set(column, Datum.of(value));
    }

    /** Sets a column to a boolean. */
    public WritableRow set(String column, boolean value) {
        return set(column, Datum.of(value));
    }

    /** Sets a column to a UUID. */
    public WritableRow set(String column, UUID value) {
        return set(column, Datum.of(value));
    }

    /** Has a column refer to a row of this transaction. */
    public WritableRow set(String column, WritableRow value) {
        return set(column, reference(column, value));
    }

    /** Has a column refer to rows of this transaction. */
    public WritableRow setReferences(String column, Collection<WritableRow> rows) {
        return set(
                column,
                Datum.set(rows.stream().map(one -> reference(column, one)).toList()));
    }

    /** Sets a column to what a function makes of its value, which is read for that. */
    public WritableRow update(String column, UnaryOperator<Datum> change) {
        return set(column, change.apply(get(column)));
    }

    /** Empties a column that may be empty. */
    public WritableRow clear(String column) {
        boolean map = type(column).isMap();
        return set(column, map ? Datum.emptyMap() : Datum.emptySet());
    }

    /** Adds elements to a set, whatever else is in it at the server. */
    public WritableRow add(String column, Datum elements) {
        return element(column, elements, true);
    }

    /** Adds an element to a set, whatever else is in it at the server. */
    public WritableRow add(String column, Atom element) {
        return add(column, Datum.of(element));
    }

    /** Adds a string to a set, whatever else is in it at the server. */
    public WritableRow add(String column, String element) {
        return add(column, Datum.of(element));
    }

    /** Adds a reference to a set, whatever else is in it at the server. */
    public WritableRow add(String column, WritableRow element) {
        return add(column, Datum.of(reference(column, element)));
    }

    /** Takes elements from a set, whatever else is in it at the server, these or not. */
    public WritableRow remove(String column, Datum elements) {
        return element(column, elements, false);
    }

    /** Takes an element from a set, if it is in it. */
    public WritableRow remove(String column, Atom element) {
        return remove(column, Datum.of(element));
    }

    /** Takes a string from a set, if it is in it. */
    public WritableRow remove(String column, String element) {
        return remove(column, Datum.of(element));
    }

    /** Takes a reference from a set, if it is in it. */
    public WritableRow remove(String column, WritableRow element) {
        return remove(column, Datum.of(element.uuid()));
    }

    private WritableRow element(String column, Datum elements, boolean in) {
        requireUsable(column);
        PartCheck.elements(row.writable(column), elements);
        row.change(column, ColumnChange.Elements.of(elements, in));
        return this;
    }

    /** Puts pairs into a map, in place of others of the same keys. */
    public WritableRow put(String column, MapDatum pairs) {
        requireUsable(column);
        PartCheck.pairs(row.writable(column), pairs);
        row.change(column, ColumnChange.Pairs.put(pairs));
        return this;
    }

    /** Puts a pair into a map, in place of another one of the same key. */
    public WritableRow put(String column, Atom key, Atom value) {
        return put(column, Datum.map(Collections.singletonMap(key, value)));
    }

    /** Has a map refer to a row of this transaction under a key, in place of what was there under it. */
    public WritableRow put(String column, Atom key, WritableRow value) {
        return put(column, key, reference(column, type(column).value(), value));
    }

    /** Puts a pair into a map whose keys are references, in place of another one of the same key. */
    public WritableRow put(String column, WritableRow key, Atom value) {
        return put(column, reference(column, key), value);
    }

    /** Puts a pair into a map from rows to rows, in place of another one of the same key. */
    public WritableRow put(String column, WritableRow key, WritableRow value) {
        return put(column, key, reference(column, type(column).value(), value));
    }

    /** Puts a pair of strings into a map, in place of another one of the same key. */
    public WritableRow put(String column, String key, String value) {
        return put(column, Atom.of(key), Atom.of(value));
    }

    /** Takes a key out of a map, with its value, if it is in it. */
    public WritableRow removeKey(String column, Atom key) {
        requireUsable(column);
        Datum keys = Datum.of(key);
        PartCheck.keys(row.writable(column), keys);
        row.change(column, ColumnChange.Pairs.remove(keys));
        return this;
    }

    /** Takes a string key out of a map, with its value, if it is in it. */
    public WritableRow removeKey(String column, String key) {
        return removeKey(column, Atom.of(key));
    }

    /**
     * Adds to a number, whatever it is at the server; where an optional column has none, nothing is added. {@link Success#incremented}
     * tells what it came to.
     */
    public WritableRow increment(String column, long by) {
        requireUsable(column);
        row.increment(column, PartCheck.sum(row.writable(column), by));
        return this;
    }

    /** Adds to a real, as {@link #increment(String, long)}. */
    public WritableRow increment(String column, double by) {
        requireUsable(column);
        row.increment(column, PartCheck.sum(row.writable(column), by));
        return this;
    }

    /** Deletes the row. It must not be used any more. */
    public void delete() {
        requireUsable("any column");
        row.delete();
    }

    private Atom reference(String column, WritableRow to) {
        return reference(column, Optional.of(type(column).key()), to);
    }

    private Atom reference(String column, Optional<BaseType> type, WritableRow to) {
        if (!to.isOf(tx)) {
            throw new IllegalArgumentException(
                    "column " + column + " of table " + table() + " cannot refer to a row of another transaction");
        }
        to.requireUsable("any column");
        type.flatMap(BaseType::refTable).ifPresent(target -> {
            if (!target.equals(to.table())) {
                throw new IllegalArgumentException("column " + column + " of table " + table()
                        + " refers to rows of table " + target + ", not of " + to.table());
            }
        });
        to.row.refer();
        return Atom.of(to.uuid());
    }

    /** The row as the version has it that the transaction reads, without what was staged; empty if it is inserted. Not verified. */
    public Optional<IdlRow> base() {
        tx.requireOpen(toString());
        return row.base();
    }

    private void requireUsable(String column) {
        tx.requireOpen("column " + column + " of table " + table());
        if (row.isDeleted()) {
            throw new IllegalStateException(
                    this + " was deleted by this transaction; " + column + " of it cannot be used");
        }
    }

    /** Whether this is the row that somebody read elsewhere. */
    public boolean is(IdlRow other) {
        return uuid().equals(other.uuid()) && table().equals(other.table());
    }

    @Override
    public String toString() {
        return "row " + uuid() + " of table " + table();
    }
}
