package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.IdlIndex;
import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.store.IndexKey;
import dev.ovsdb.protocol.Datum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A search by an index in a transaction. What it finds in the version is what may be found; whether it is, and what besides, is told by
 * the rows that were touched, as they are with what was staged. The keys of what is found count as read.
 */
final class IndexSearch {
    private final IdlTransaction tx;
    private final IdlTable table;
    private final IdlIndex index;

    IndexSearch(IdlTransaction tx, IdlTable table, String index) {
        this.tx = tx;
        this.table = table;
        this.index = table.index(index);
    }

    List<WritableRow> exact(Datum... values) {
        List<Datum> wanted = List.of(values);
        return among(index.all(values), wanted::equals);
    }

    List<WritableRow> prefix(Datum... values) {
        List<Datum> beginning = List.of(values);
        List<WritableRow> found = among(
                index.prefix(values), key -> key.subList(0, beginning.size()).equals(beginning));
        return inOrder(found);
    }

    List<WritableRow> range(@Nullable List<? extends Datum> from, @Nullable List<? extends Datum> to) {
        List<WritableRow> found = among(
                index.range(from, to),
                key -> (from == null || compare(key, from) >= 0) && (to == null || compare(key, to) <= 0));
        return inOrder(found);
    }

    /** As many parts of a key as the bound has. */
    private static int compare(List<Datum> key, List<? extends Datum> bound) {
        return IndexKey.of(key.subList(0, bound.size())).compareTo(IndexKey.of(bound));
    }

    private List<WritableRow> among(List<IdlRow> stored, Predicate<List<Datum>> wanted) {
        stored.forEach(tx::open);
        List<WritableRow> found = new ArrayList<>();
        for (WritableRow row : tx.present(table.name())) {
            if (wanted.test(keyOf(row))) {
                index.spec().parts().forEach(part -> row.get(part.column())); // So that it still has the key then.
                found.add(row);
            }
        }
        return found;
    }

    private List<WritableRow> inOrder(List<WritableRow> rows) {
        rows.sort(Comparator.comparing(row -> IndexKey.of(keyOf(row))));
        return rows;
    }

    private List<Datum> keyOf(WritableRow row) {
        var values = row.staged().peek();
        return index.spec().parts().stream().map(part -> part.of(values)).toList();
    }
}
