package dev.ovsdb.protocol;

import java.util.function.Consumer;

/** A set of many elements: a persistent tree. */
final class LargeSet extends SetDatum {
    private final AtomTree tree;

    LargeSet(AtomTree tree) {
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
    public boolean contains(Atom element) {
        return tree.find(element) != null;
    }

    @Override
    public void forEach(Consumer<? super Atom> action) {
        tree.forEach((element, same) -> action.accept(element));
    }

    @Override
    Atom[] elements() {
        return tree.keys();
    }

    @Override
    SetDatum changed(Atom[] added, Atom[] removed) {
        int size = tree.size() + added.length - removed.length;
        if (size <= LARGEST_ARRAY / 2 || tree.isCheaperToRebuild(added.length + removed.length)) {
            return ofSorted(Sorted.changed(elements(), added, removed));
        }
        AtomTree result = tree;
        for (Atom element : removed) {
            result = result.without(element);
        }
        for (Atom element : added) {
            result = result.with(element, element);
        }
        return new LargeSet(result);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LargeSet that
                ? size() == that.size() && hashCode() == that.hashCode() && TreeDiff.isNone(tree, that.tree)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return tree.hash();
    }
}
