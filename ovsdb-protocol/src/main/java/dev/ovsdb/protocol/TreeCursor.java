package dev.ovsdb.protocol;

/**
 * A place in a tree: goes from pair to pair in the order of keys, or over a whole node. Nodes are known by their height above
 * the leaves, so that cursors in trees of different heights can be compared. For one thread.
 */
final class TreeCursor {
    private final TreeNode[] nodes; // The node at each height that the place is in,
    private final int[] places; // and which pair or child of it.
    private boolean atEnd;

    TreeCursor(TreeNode root) {
        int height = root.height();
        this.nodes = new TreeNode[height + 1];
        this.places = new int[height + 1];
        this.atEnd = root.width() == 0;
        nodes[height] = root;
        descend(height);
    }

    boolean isAtEnd() {
        return atEnd;
    }

    Atom key() {
        return leaf().key(places[0]);
    }

    Atom value() {
        return leaf().value(places[0]);
    }

    void next() {
        advance(0);
    }

    /** If a node of both trees begins at both places, goes behind it, the largest if several do; answers whether one does. */
    static boolean skipShared(TreeCursor one, TreeCursor other) {
        int height = Math.min(one.begun(), other.begun());
        while (height >= 0 && one.nodes[height] != other.nodes[height]) {
            height--;
        }
        if (height < 0) {
            return false;
        }
        one.advance(height + 1);
        other.advance(height + 1);
        return true;
    }

    /** The height of the largest node that begins at this place, -1 if none does. */
    private int begun() {
        int height = 0;
        while (height < places.length && places[height] == 0) {
            height++;
        }
        return height - 1;
    }

    /** Goes to the next pair or child of the node at this height, or of one above it. */
    private void advance(int from) {
        int height = from;
        while (height < nodes.length && ++places[height] == nodes[height].width()) {
            height++;
        }
        if (height >= nodes.length) {
            atEnd = true;
        } else {
            descend(height);
        }
    }

    private void descend(int from) {
        for (int height = from; height > 0; height--) {
            nodes[height - 1] = ((TreeBranch) nodes[height]).child(places[height]);
            places[height - 1] = 0;
        }
    }

    private TreeLeaf leaf() {
        return (TreeLeaf) nodes[0];
    }
}
