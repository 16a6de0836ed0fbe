package dev.ovsdb.server.engine.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The versions of a store that are not published yet, and those that are not cut yet. */
final class VersionLog {
    private final Deque<Version> unpublished = new ArrayDeque<>();
    private final Deque<Version> uncut = new ArrayDeque<>(); // Published, oldest first.
    private long last; // The greatest number given away, also if its version fell.
    private volatile long head;
    private volatile long published;
    private volatile int held;

    long nextNumber() {
        return ++last;
    }

    void made(Version version) {
        unpublished.add(version);
        head = version.number();
        held++;
    }

    long head() {
        return head;
    }

    long published() {
        return published;
    }

    int held() {
        return held;
    }

    void publish(long version) {
        if (version > head) {
            throw new IllegalArgumentException("no version " + version + " to publish, the head is " + head);
        }
        while (!unpublished.isEmpty() && unpublished.getFirst().number() <= version) {
            uncut.add(unpublished.removeFirst());
        }
        published = Math.max(published, version);
    }

    /** Takes away what is not published, newest first. */
    List<Version> takeUnpublished() {
        List<Version> fallen = new ArrayList<>(unpublished.size());
        while (!unpublished.isEmpty()) {
            fallen.add(unpublished.removeLast());
        }
        head = published;
        held = uncut.size();
        return fallen;
    }

    boolean canCut(long horizon) {
        return !uncut.isEmpty() && uncut.getFirst().number() <= horizon;
    }

    /** Cuts the versions up to this one, which nobody reads below. */
    void cut(long horizon) {
        while (canCut(horizon)) {
            Version version = uncut.removeFirst();
            version.move().cut(horizon);
            version.forgetMove();
        }
        held = uncut.size() + unpublished.size();
    }
}
