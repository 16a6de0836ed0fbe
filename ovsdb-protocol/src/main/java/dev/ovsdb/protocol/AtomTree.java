package dev.ovsdb.protocol;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent ordered tree of atoms, or of pairs of atoms: a B+ tree whose nodes never change. A change copies the path from
 * the root to one leaf and shares all else, so it costs O(log n) time and memory. Each node knows the number and the sum of
 * hashes of what is below it. A set is a tree in which each key is its own value, and stores its keys only once.
 */
final class AtomTree {
    private final TreeNode root;

    private AtomTree(TreeNode root) {
        this.root = root;
    }

    /** The tree of these sorted keys and their values, or of a set if these are null. */
    static AtomTree of(Atom[] keys, Atom @Nullable [] values) {
        return new AtomTree(TreeNode.build(keys, values == null ? keys : values));
    }

    TreeNode root() {
        return root;
    }

    int size() {
        return root.size();
    }

    int hash() {
        return root.hash();
    }

    /** The value of a key, or null; in a set the key itself. */
    @Nullable
    Atom find(Atom key) {
        return root.width() == 0 ? null : root.find(key);
    }

    /** The tree with this pair in place of another of the same key. */
    AtomTree with(Atom key, Atom value) {
        return new AtomTree(TreeNode.root(root.with(key, value)));
    }

    /** The tree without a key that it has. */
    AtomTree without(Atom key) {
        return new AtomTree(TreeNode.root(root.without(key)));
    }

    void forEach(BiConsumer<? super Atom, ? super Atom> action) {
        root.forEach(action);
    }

    Atom[] keys() {
        Atom[] keys = new Atom[size()];
        root.copyKeys(keys, 0);
        return keys;
    }

    Atom[] values() {
        Atom[] values = new Atom[size()];
        root.copyValues(values, 0);
        return values;
    }

    /** Whether so many single changes cost more than building the tree anew. */
    boolean isCheaperToRebuild(int changes) {
        return changes > size() / 8;
    }
}
