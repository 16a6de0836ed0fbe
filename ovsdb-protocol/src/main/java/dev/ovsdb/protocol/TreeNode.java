package dev.ovsdb.protocol;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of an {@link AtomTree}: a leaf with pairs, or a branch with children. All leaves are at the same depth. Nodes hold
 * {@value #LEAST} to {@value #MOST} pairs or children, the root may hold fewer. They never change.
 */
abstract class TreeNode {
    static final int MOST = 32;
    static final int LEAST = 12;

    abstract int size();

    abstract int hash();

    /** How many pairs or children are in this node itself. */
    abstract int width();

    /** How many levels are below this node; 0 for a leaf. */
    abstract int height();

    abstract Atom leastKey();

    abstract @Nullable Atom find(Atom key);

    /** This node with that pair: one node, or two if it had to be split. */
    abstract TreeNode[] with(Atom key, Atom value);

    /** This node without that key, which may leave it too narrow. */
    abstract TreeNode without(Atom key);

    /** This node and its neighbour to the right as one node, or as two of about equal width. */
    abstract TreeNode[] joinedWith(TreeNode right);

    abstract void forEach(BiConsumer<? super Atom, ? super Atom> action);

    /** Copies the keys to this place; answers the place behind them. */
    abstract int copyKeys(Atom[] to, int at);

    abstract int copyValues(Atom[] to, int at);

    /** The root above these nodes, without needless levels. */
    static TreeNode root(TreeNode... nodes) {
        TreeNode root = nodes.length == 1 ? nodes[0] : new TreeBranch(nodes);
        while (root instanceof TreeBranch branch && branch.width() == 1) {
            root = branch.child(0);
        }
        return root;
    }

    /** The root of a tree of these sorted pairs; the same array twice makes a set. */
    static TreeNode build(Atom[] keys, Atom[] values) {
        TreeNode[] level = leaves(keys, values);
        while (level.length > 1) {
            level = TreeBranch.above(level);
        }
        return level[0];
    }

    private static TreeNode[] leaves(Atom[] keys, Atom[] values) {
        int count = Math.max(1, nodesFor(keys.length));
        TreeNode[] leaves = new TreeNode[count];
        for (int i = 0; i < count; i++) {
            leaves[i] = TreeLeaf.copyOf(keys, values, share(keys.length, count, i), share(keys.length, count, i + 1));
        }
        return leaves;
    }

    /** How many nodes to make for so many pairs or children: about three quarters full. */
    static int nodesFor(int width) {
        int comfortable = MOST * 3 / 4;
        return (width + comfortable - 1) / comfortable;
    }

    /** Where the share of the i-th of so many nodes begins, so that all have about the same. */
    static int share(int width, int nodes, int i) {
        return (int) ((long) width * i / nodes);
    }
}
