package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import java.util.List;
import java.util.Map;

/** The order of values by which {@code sort} sorts: by size, then by elements or keys, then by the values of a map. */
final class DatumOrder {
    private DatumOrder() {}

    static int compare(Datum left, Datum right) {
        if (left == right) {
            return 0;
        }
        if (left.size() != right.size()) {
            return Integer.compare(left.size(), right.size());
        }
        int order = compare(left.atoms(), right.atoms());
        return order == 0 && left instanceof MapDatum a && right instanceof MapDatum b
                ? compare(values(a), values(b))
                : order;
    }

    private static List<Atom> values(MapDatum map) {
        return map.entries().stream().map(Map.Entry::getValue).toList();
    }

    private static int compare(List<Atom> left, List<Atom> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
