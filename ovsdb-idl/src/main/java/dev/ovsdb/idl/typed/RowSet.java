package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.ReadableRow;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A view of the rows that a column refers to. */
final class RowSet<R extends TypedRow> extends AbstractSet<R> {
    private final ReadableRow from;
    private final String column;
    private final Function<ReadableRow, R> typed;

    RowSet(ReadableRow from, String column, Function<ReadableRow, R> typed) {
        this.from = from;
        this.column = column;
        this.typed = typed;
    }

    @Override
    public int size() {
        return from.references(column).size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        if (!(element instanceof TypedRow row)) {
            return false;
        }
        ReadableRow held = from.findReference(column, row.uuid());
        return held != null && typed.apply(held).equals(row);
    }

    @Override
    public Iterator<R> iterator() {
        return new MappedIterator<>(from.references(column).iterator(), typed);
    }
}
