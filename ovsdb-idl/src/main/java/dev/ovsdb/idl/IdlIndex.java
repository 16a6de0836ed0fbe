package dev.ovsdb.idl;

import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.idl.store.IndexKey;
import dev.ovsdb.idl.store.RowImage;
import dev.ovsdb.idl.store.StoredIndex;
import dev.ovsdb.idl.store.StoredTable;
import dev.ovsdb.protocol.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows by the values of some columns. For any thread. */
public final class IdlIndex {
    private final Reading reading;
    private final StoredTable table;
    private final StoredIndex index;

    IdlIndex(Reading reading, StoredTable table, StoredIndex index) {
        this.reading = reading;
        this.table = table;
        this.index = index;
    }

    /** What it was declared as. */
    public IndexSpec spec() {
        return index.spec();
    }

    /**
     * A row with exactly these values; any of them, if there are several.
     *
     * @param values one for each part of the key; the empty set for what is not there
     * @throws IllegalArgumentException if they are too few or too many
     */
    public Optional<IdlRow> find(Datum... values) {
        return Optional.ofNullable(findOrNull(values));
    }

    /** As {@link #find}, or null, for those who count allocations. */
    public @Nullable IdlRow findOrNull(Datum... values) {
        RowImage found = table.findAny(index, whole(values), reading.version());
        return found == null ? null : new IdlRow(reading, found);
    }

    /** A row whose key is this string. */
    public Optional<IdlRow> find(String value) {
        return find(Datum.of(value));
    }

    /** A row whose key is this integer. */
    public Optional<IdlRow> find(long value) {
        return find(Datum.of(value));
    }

    /** All rows with exactly these values, in no order. */
    public List<IdlRow> all(Datum... values) {
        return collect(found -> table.find(index, whole(values), reading.version(), found));
    }

    /**
     * The rows whose keys begin with these values, in the order of their keys.
     *
     * @throws IllegalStateException if the index was not declared in order
     */
    public List<IdlRow> prefix(Datum... values) {
        return collect(found -> table.prefix(index, beginning(values), reading.version(), found));
    }

    /**
     * The rows from one key to another, both included, in the order of their keys. A bound may be the first parts of a key only: it
     * stands for all keys that begin so.
     *
     * @param from null for no bound
     * @param to null for no bound
     * @throws IllegalStateException if the index was not declared in order
     */
    public List<IdlRow> range(@Nullable List<? extends Datum> from, @Nullable List<? extends Datum> to) {
        return collect(found -> table.range(index, bound(from), bound(to), reading.version(), found));
    }

    private List<IdlRow> collect(Consumer<Consumer<RowImage>> search) {
        List<IdlRow> rows = new ArrayList<>();
        search.accept(image -> rows.add(new IdlRow(reading, image)));
        return rows;
    }

    private IndexKey whole(Datum... values) {
        int parts = index.spec().parts().size();
        if (values.length != parts) {
            throw new IllegalArgumentException(
                    "index " + spec().name() + " has a key of " + parts + " parts, not of " + values.length);
        }
        return IndexKey.of(values);
    }

    private IndexKey beginning(Datum... values) {
        int parts = index.spec().parts().size();
        if (values.length > parts) {
            throw new IllegalArgumentException(
                    "index " + spec().name() + " has a key of " + parts + " parts, not of " + values.length);
        }
        return IndexKey.of(values);
    }

    private @Nullable IndexKey bound(@Nullable List<? extends Datum> values) {
        return values == null ? null : beginning(values.toArray(new Datum[0]));
    }
}
