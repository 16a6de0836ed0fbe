package dev.ovsdb.idl.store;

import java.util.List;

/**
 * A version that was made.
 *
 * @param version its number
 * @param sequence the replica's sequence number with it
 * @param changes what it did, in the order of the update; empty for the contents that a store begins with
 * @param first whether it is those
 */
public record Published(long version, long sequence, List<StoredChange> changes, boolean first) {
    public Published {
        changes = List.copyOf(changes);
    }
}
