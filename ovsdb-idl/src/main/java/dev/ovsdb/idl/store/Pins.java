package dev.ovsdb.idl.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The versions that somebody holds, each with how many do. Guarded by itself. {@link ReplicaStore#NOTHING} shows nothing whatever
 * comes, so holding it keeps nothing.
 */
final class Pins {
    private final TreeMap<Long, Integer> holders = new TreeMap<>();

    /** Holds the version that is published now, in one step with looking it up. */
    synchronized ReplicaStore.Head hold(Supplier<ReplicaStore.Head> newest) {
        ReplicaStore.Head head = newest.get();
        if (head.version() == ReplicaStore.NOTHING) {
            return head;
        }
        holders.merge(head.version(), 1, Integer::sum);
        return head;
    }

    /** Holds a version that somebody holds already. */
    synchronized void holdAlso(long version) {
        if (version == ReplicaStore.NOTHING) {
            return;
        }
        if (!holders.containsKey(version)) {
            throw new IllegalStateException("nobody holds version " + version);
        }
        holders.merge(version, 1, Integer::sum);
    }

    synchronized void letGo(long version) {
        holders.computeIfPresent(version, (held, count) -> count == 1 ? null : count - 1);
    }

    /** The oldest version that is held, or this one if that is older. */
    synchronized long horizon(long published) {
        Map.Entry<Long, Integer> oldest = holders.firstEntry();
        return oldest == null ? published : Math.min(oldest.getKey(), published);
    }

    synchronized int held() {
        return holders.size();
    }
}
