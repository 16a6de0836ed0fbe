package dev.ovsdb.idl;

import dev.ovsdb.idl.store.RowImage;
import dev.ovsdb.idl.store.StoredIndex;
import dev.ovsdb.idl.store.StoredTable;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of a {@link Replica}. For any thread. */
public final class IdlTable {
    private final Reading reading;
    private final StoredTable stored;

    IdlTable(Reading reading, StoredTable stored) {
        this.reading = reading;
        this.stored = stored;
    }

    public String name() {
        return stored.name();
    }

    /** The table as the server has it; as it was asked for, if the server has none. */
    public TableSchema schema() {
        return stored.shape().schema();
    }

    /** A row, if it is there. */
    public Optional<IdlRow> row(UUID uuid) {
        return Optional.ofNullable(find(uuid));
    }

    /** A row, or null: {@link #row} for those who count allocations. */
    public @Nullable IdlRow find(UUID uuid) {
        RowImage image = stored.find(uuid, reading.version());
        return image == null ? null : new IdlRow(reading, image);
    }

    /** @throws NoSuchElementException if it is not there */
    public IdlRow require(UUID uuid) {
        IdlRow row = find(uuid);
        if (row == null) {
            throw new NoSuchElementException("no row " + uuid + " in table " + name());
        }
        return row;
    }

    /** How many rows there are. */
    public int size() {
        return stored.size(reading.version());
    }

    /** All rows, in no order; a copy. */
    public List<IdlRow> rows() {
        List<IdlRow> rows = new ArrayList<>(size());
        forEach(rows::add);
        return rows;
    }

    /** Hands over each row, in no order. */
    public void forEach(Consumer<? super IdlRow> action) {
        stored.forEach(reading.version(), image -> action.accept(new IdlRow(reading, image)));
    }

    /** The rows that meet a condition, in no order; looks at all of them. */
    public List<IdlRow> where(Predicate<? super IdlRow> condition) {
        List<IdlRow> rows = new ArrayList<>();
        forEach(row -> {
            if (condition.test(row)) {
                rows.add(row);
            }
        });
        return rows;
    }

    /** All rows, in no order. */
    public Stream<IdlRow> stream() {
        return rows().stream();
    }

    /**
     * An index: one that was declared, or one of the schema's own, whose name is its columns with commas between them.
     *
     * @throws NoSuchElementException if there is none of this name; says which there are
     */
    public IdlIndex index(String name) {
        StoredIndex index = stored.index(name);
        if (index == null) {
            List<String> names =
                    stored.indexes().stream().map(other -> other.spec().name()).toList();
            throw new NoSuchElementException("no index " + name + " of table " + name() + ", only " + names);
        }
        return new IdlIndex(reading, stored, index);
    }

    /** The replica's sequence number when a row of this table changed last. */
    public long sequence() {
        return stored.changed();
    }

    @Override
    public String toString() {
        return "table " + name();
    }
}
