package dev.ovsdb.idl.store;

import org.jspecify.annotations.Nullable;

/** A number over versions. The writer changes and cuts it; any thread reads. */
final class VersionedCount {
    private volatile Link newest = new Link(0, 0, null);

    private static final class Link {
        final long version;
        final int value;
        volatile @Nullable Link previous;

        Link(long version, int value, @Nullable Link previous) {
            this.version = version;
            this.value = value;
            this.previous = previous;
        }
    }

    int at(long version) {
        Link link = newest;
        for (Link older = link.previous; link.version > version && older != null; older = link.previous) {
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

    void reset() {
        newest = new Link(0, 0, null);
    }
}
