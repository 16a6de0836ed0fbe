package dev.ovsdb.protocol;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map of many pairs: a persistent tree. */
final class LargeMap extends MapDatum {
    private final AtomTree tree;

    LargeMap(AtomTree tree) {
        this.tree = tree;
    }

    AtomTree tree() {
        return tree;
    }

    @Override
    public int size() {
        return tree.size();
    }

    @Override
    @Nullable
    Atom find(Atom key) {
        return tree.find(key);
    }

    @Override
    public void forEach(BiConsumer<? super Atom, ? super Atom> action) {
        tree.forEach(action);
    }

    @Override
    Atom[] keyArray() {
        return tree.keys();
    }

    @Override
    Atom[] valueArray() {
        return tree.values();
    }

    @Override
    MapDatum changed(MapDatum put, Atom[] removed) {
        boolean shrunk = tree.size() - removed.length <= SetDatum.LARGEST_ARRAY / 2;
        if (shrunk || tree.isCheaperToRebuild(put.size() + removed.length)) {
            return ArrayMap.merged(this, put, removed);
        }
        AtomTree result = tree;
        for (Atom key : removed) {
            result = result.without(key);
        }
        Atom[] keys = put.keyArray();
        Atom[] values = put.valueArray();
        for (int i = 0; i < keys.length; i++) {
            result = result.with(keys[i], values[i]);
        }
        return new LargeMap(result);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LargeMap that
                ? size() == that.size() && hashCode() == that.hashCode() && TreeDiff.isNone(tree, that.tree)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return tree.hash();
    }
}
