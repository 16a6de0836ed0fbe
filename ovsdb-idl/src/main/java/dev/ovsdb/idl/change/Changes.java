package dev.ovsdb.idl.change;

import dev.ovsdb.idl.View;
import java.util.List;

/**
 * What one update did, or what contents a replica began with. To a listener that is slow, and to whoever looks from time to time, what
 * several did together: their net changes, from before the first to after the last.
 *
 * <p>Its views belong to whoever tells of it, and are held until the listener returns. Closing them earlier is harmless.
 *
 * @param kind what this is
 * @param sequence the replica's sequence number with it
 * @param rows what happened to each row, in the order of the update; of an initial change all rows, inserted
 * @param before the replica before; empty before the first contents
 * @param after the replica with these changes
 */
public record Changes(Kind kind, long sequence, List<RowChange> rows, View before, View after) {
    public Changes {
        rows = List.copyOf(rows);
    }

    /** What a {@link Changes} is. */
    public enum Kind {
        /**
         * The contents that the replica begins with, or those that are there when a listener comes: the first that it is told, and
         * complete.
         */
        INITIAL,
        /** An update. */
        UPDATE,
        /** Everything was read anew: what differs from before. Perhaps nothing. Also of several, if one of them was this. */
        RESYNC
    }

    /** Whether it is an update of nothing that anybody would be told. */
    public boolean isEmptyUpdate() {
        return kind == Kind.UPDATE && rows.isEmpty();
    }

    /** What happened to rows of one table. */
    public List<RowChange> of(String table) {
        return rows.stream().filter(change -> change.table().equals(table)).toList();
    }
}
