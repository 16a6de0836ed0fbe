package dev.ovsdb.idl.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The versions that somebody holds, each with how many do, and those that nobody does any more. Guarded by itself. {@link
 * ReplicaStore#NOTHING} shows nothing whatever comes, so holding it keeps nothing.
 */
final class Pins {
    private final TreeMap<Long, Integer> holders = new TreeMap<>();
    private final TreeSet<Long> released = new TreeSet<>(); // Since that was asked last.

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
        holders.computeIfPresent(version, (held, count) -> {
            if (count > 1) {
                return count - 1;
            }
            released.add(version);
            return null;
        });
    }

    /** The versions that were let go since this was asked last and that nobody holds, oldest first. */
    synchronized List<Long> released() {
        released.removeAll(holders.keySet()); // The newest may have been held again.
        List<Long> free = new ArrayList<>(released);
        released.clear();
        return free;
    }

    /** The newest version that is held and older than this one; null if there is none. */
    synchronized @Nullable Long below(long version) {
        return holders.lowerKey(version);
    }

    /** The oldest version that is held and newer than this one; null if there is none. */
    synchronized @Nullable Long above(long version) {
        return holders.higherKey(version);
    }

    synchronized int held() {
        return holders.size();
    }
}
