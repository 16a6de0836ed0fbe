package dev.ovsdb.idl.store;

import org.jspecify.annotations.Nullable;

/** A number over versions, kept as a {@link StoredRow}'s images are. The writer changes and cuts it; any thread reads. */
final class VersionedCount {
    private volatile Link newest = new Link(0, 0, null);

    private static final class Link {
        final long version;
        final int value;
        volatile long from; // The oldest version that it stands for.
        volatile @Nullable Link previous;

        Link(long version, int value, @Nullable Link previous) {
            this.version = version;
            this.value = value;
            this.from = version;
            this.previous = previous;
        }
    }

    int at(long version) {
        Link link = newest;
        for (Link older = link.previous; older != null && link.from > version; older = link.previous) {
            link = older;
        }
        return link.value;
    }

    void add(long version, int difference) {
        if (difference == 0) {
            return;
        }
        Link now = newest;
        newest = now.version == version
                ? new Link(version, now.value + difference, now.previous)
                : new Link(version, now.value + difference, now);
    }

    void pop(long version) {
        Link now = newest;
        Link older = now.previous;
        if (now.version == version && older != null) {
            newest = older;
        }
    }

    /** Nobody reads below this version any more. */
    void cut(long horizon) {
        for (Link link = newest; link != null; link = link.previous) {
            if (link.version <= horizon) {
                link.previous = null;
                return;
            }
        }
    }

    /** Nobody reads between these versions, so that of the numbers made after the one the newest will do. */
    void thin(long after, long until) {
        Link newer = null;
        Link link = newest;
        for (Link older = link.previous; link.version > until && older != null; older = link.previous) {
            newer = link;
            link = older;
        }
        if (link.version <= after) {
            return;
        }
        Link older = link.previous;
        while (older != null && older.version > after) {
            link.from = older.from;
            link.previous = older.previous;
            older = link.previous;
        }
        if (older != null && older.value == link.value) {
            if (newer == null) {
                newest = older;
            } else {
                newer.previous = older;
            }
        }
    }

    /** How many numbers are kept. */
    int numbers() {
        int count = 0;
        for (Link link = newest; link != null; link = link.previous) {
            count++;
        }
        return count;
    }

    void reset() {
        newest = new Link(0, 0, null);
    }
}
