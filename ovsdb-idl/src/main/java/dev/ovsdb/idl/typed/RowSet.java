package dev.ovsdb.idl.typed;

import dev.ovsdb.idl.IdlRow;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A view of the rows that a column refers to. */
final class RowSet<R extends TypedRow> extends AbstractSet<R> {
    private final IdlRow from;
    private final String column;
    private final Function<IdlRow, R> typed;

    RowSet(IdlRow from, String column, Function<IdlRow, R> typed) {
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
        IdlRow held = from.findReference(column, row.uuid());
        return held != null && held.equals(row.row());
    }

    @Override
    public Iterator<R> iterator() {
        return new MappedIterator<>(from.references(column).iterator(), typed);
    }
}
