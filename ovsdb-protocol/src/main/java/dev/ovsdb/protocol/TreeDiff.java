package dev.ovsdb.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two trees. Nodes that both share are passed over, so that it costs by the difference, not by the size, if
 * one tree was made from the other.
 */
final class TreeDiff {
    private final TreeCursor old;
    private final TreeCursor now;
    private final List<Atom> addedKeys = new ArrayList<>();
    private final List<Atom> addedValues = new ArrayList<>();
    private final List<Atom> removedKeys = new ArrayList<>();
    private final List<Atom> removedValues = new ArrayList<>();

    private TreeDiff(AtomTree before, AtomTree after) {
        this.old = new TreeCursor(before.root());
        this.now = new TreeCursor(after.root());
    }

    static TreeDiff between(AtomTree before, AtomTree after) {
        TreeDiff diff = new TreeDiff(before, after);
        while (!diff.old.isAtEnd() || !diff.now.isAtEnd()) {
            diff.step();
        }
        return diff;
    }

    /** Whether the trees have the same pairs. */
    static boolean isNone(AtomTree before, AtomTree after) {
        TreeDiff diff = new TreeDiff(before, after);
        while (diff.isEmpty() && (!diff.old.isAtEnd() || !diff.now.isAtEnd())) {
            diff.step();
        }
        return diff.isEmpty();
    }

    private boolean isEmpty() {
        return addedKeys.isEmpty() && removedKeys.isEmpty();
    }

    SetDatum addedElements() {
        return SetDatum.ofSorted(addedKeys.toArray(Sorted.NONE));
    }

    SetDatum removedElements() {
        return SetDatum.ofSorted(removedKeys.toArray(Sorted.NONE));
    }

    MapDatum addedPairs() {
        return MapDatum.ofSorted(addedKeys.toArray(Sorted.NONE), addedValues.toArray(Sorted.NONE));
    }

    MapDatum removedPairs() {
        return MapDatum.ofSorted(removedKeys.toArray(Sorted.NONE), removedValues.toArray(Sorted.NONE));
    }

    private void step() {
        if (old.isAtEnd()) {
            add();
        } else if (now.isAtEnd()) {
            remove();
        } else if (!TreeCursor.skipShared(old, now)) {
            stepPair(old.key().compareTo(now.key()));
        }
    }

    private void stepPair(int order) {
        if (order < 0) {
            remove();
        } else if (order > 0) {
            add();
        } else if (old.value().equals(now.value())) {
            old.next();
            now.next();
        } else {
            remove();
            add();
        }
    }

    private void add() {
        addedKeys.add(now.key());
        addedValues.add(now.value());
        now.next();
    }

    private void remove() {
        removedKeys.add(old.key());
        removedValues.add(old.value());
        old.next();
    }
}
