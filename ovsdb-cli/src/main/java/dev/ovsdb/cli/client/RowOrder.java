package dev.ovsdb.cli.client;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows by their values, column after column; UUIDs, which differ between equal databases, come last. */
final class RowOrder implements Comparator<List<Datum>> {
    private final List<Integer> significance = new ArrayList<>();

    RowOrder(List<ColumnSchema> columns) {
        addColumns(columns, false);
        addColumns(columns, true);
    }

    private void addColumns(List<ColumnSchema> columns, boolean uuids) {
        for (int x = 0; x < columns.size(); x++) {
            if ((columns.get(x).type().key().type() == AtomicType.UUID) == uuids) {
                significance.add(x);
            }
        }
    }

    @Override
    public int compare(List<Datum> a, List<Datum> b) {
        for (int x : significance) {
            int order = compare(a.get(x), b.get(x));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Fewer elements first, then by elements or keys, then by a map's values. */
    private static int compare(Datum a, Datum b) {
        if (a.size() != b.size()) {
            return Integer.compare(a.size(), b.size());
        }
        int order = compareAtoms(a.atoms(), b.atoms());
        return order == 0 && a instanceof MapDatum mapA && b instanceof MapDatum mapB
                ? compareAtoms(values(mapA), values(mapB))
                : order;
    }

    private static List<Atom> values(MapDatum map) {
        List<Atom> values = new ArrayList<>(map.size());
        map.forEach((key, value) -> values.add(value));
        return values;
    }

    private static int compareAtoms(List<Atom> a, List<Atom> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
