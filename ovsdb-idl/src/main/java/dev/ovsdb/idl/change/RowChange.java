package dev.ovsdb.idl.change;

import dev.ovsdb.idl.IdlRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened to a row.
 *
 * @param kind what happened
 * @param row the row after it; of a deleted one, before. References of a deleted row are followed in the replica as it was before
 * @param old the row before it, unless it is new
 * @param columns those whose values changed, silent ones aside; empty unless it was modified
 */
public record RowChange(Kind kind, IdlRow row, Optional<IdlRow> old, List<String> columns) {
    public RowChange {
        columns = List.copyOf(columns);
    }

    /** What happened to a row. */
    public enum Kind {
        INSERTED,
        MODIFIED,
        DELETED
    }

    public UUID uuid() {
        return row.uuid();
    }

    /** The name of its table. */
    public String table() {
        return row.table();
    }

    /** Whether this column's value changed, or the row came or went. */
    public boolean concerns(String column) {
        return kind != Kind.MODIFIED || columns.contains(column);
    }
}
