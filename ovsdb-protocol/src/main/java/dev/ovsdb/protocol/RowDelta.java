package dev.ovsdb.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a change did to a row.
 *
 * @param before the row before
 * @param after the row after
 * @param columns for each column whose value changed, how
 */
public record RowDelta(Row before, Row after, Map<String, DatumDelta> columns) {
    public RowDelta {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Whether no value changed. */
    public boolean isEmpty() {
        return columns.isEmpty();
    }
}
