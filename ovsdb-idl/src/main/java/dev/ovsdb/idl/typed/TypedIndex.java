package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlIndex;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.protocol.Datum;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows by the values of some columns; keys are made by {@link Column#datum}. As its table, of a replica, of a view or in a transaction.
 *
 * @param <R> the type of the rows
 */
public final class TypedIndex<R extends TypedRow> {
    private final IndexSource index;
    private final Function<ReadableRow, R> typed;

    TypedIndex(IndexSource index, Function<ReadableRow, R> typed) {
        this.index = index;
        this.typed = typed;
    }

    /** The index without its types; in a transaction, of the version that it reads. */
    public IdlIndex index() {
        return index.index();
    }

    /** As {@link IdlIndex#find(Datum...)}. */
    public Optional<R> find(Datum... values) {
        return index.find(values).map(typed);
    }

    /** As {@link IdlIndex#all}. */
    public List<R> all(Datum... values) {
        return typed(index.all(values));
    }

    /** As {@link IdlIndex#prefix}. */
    public List<R> prefix(Datum... values) {
        return typed(index.prefix(values));
    }

    /** As {@link IdlIndex#range}. */
    public List<R> range(@Nullable List<? extends Datum> from, @Nullable List<? extends Datum> to) {
        return typed(index.range(from, to));
    }

    private List<R> typed(List<? extends ReadableRow> rows) {
        return rows.stream().map(typed).toList();
    }
}
