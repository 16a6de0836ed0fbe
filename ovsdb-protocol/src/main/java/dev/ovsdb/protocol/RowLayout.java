package dev.ovsdb.protocol;

import dev.ovsdb.protocol.json.NameTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns that rows may have, each at an index: shared by all rows of a table, so that a row is little more than an array
 * of values.
 */
public final class RowLayout {
    static final RowLayout NONE = new RowLayout(List.of());

    private final List<String> names;
    private final Map<String, Integer> indexes;
    private volatile @Nullable NameTable table; // Made when first used; any thread's is as good.

    /** @throws IllegalArgumentException if a name occurs twice */
    public RowLayout(List<String> names) {
        this.names = List.copyOf(names);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String name : this.names) {
            if (places.put(name, places.size()) != null) {
                throw new IllegalArgumentException("column " + name + " occurs twice");
            }
        }
        this.indexes = Collections.unmodifiableMap(places);
    }

    /** The columns in the order of their indexes. */
    public List<String> names() {
        return names;
    }

    public int size() {
        return names.size();
    }

    /** The index of a column, or -1. */
    public int indexOf(String column) {
        return indexes.getOrDefault(column, -1);
    }

    NameTable nameTable() {
        NameTable known = table;
        if (known == null) {
            known = NameTable.of(names);
            table = known;
        }
        return known;
    }
}
