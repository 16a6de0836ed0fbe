package dev.ovsdb.protocol;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A branch: children in the order of their keys, and the least key of each. */
final class TreeBranch extends TreeNode {
    private final TreeNode[] children;
    private final Atom[] leastKeys;
    private final int size;
    private int hash; // As in TreeLeaf.

    TreeBranch(TreeNode[] children) {
        this.children = children;
        this.leastKeys = new Atom[children.length];
        int count = 0;
        for (int i = 0; i < children.length; i++) {
            leastKeys[i] = children[i].leastKey();
            count += children[i].size();
        }
        this.size = count;
    }

    /** The branches above these nodes. */
    static TreeNode[] above(TreeNode[] nodes) {
        int count = nodesFor(nodes.length);
        TreeNode[] branches = new TreeNode[count];
        for (int i = 0; i < count; i++) {
            int from = share(nodes.length, count, i);
            branches[i] = new TreeBranch(Arrays.copyOfRange(nodes, from, share(nodes.length, count, i + 1)));
        }
        return branches;
    }

    TreeNode child(int index) {
        return children[index];
    }

    @Override
    int size() {
        return size;
    }

    @Override
    int hash() {
        int sum = hash;
        if (sum == 0) {
            for (TreeNode child : children) {
                sum += child.hash();
            }
            hash = sum;
        }
        return sum;
    }

    @Override
    int width() {
        return children.length;
    }

    @Override
    int height() {
        return children[0].height() + 1;
    }

    @Override
    Atom leastKey() {
        return leastKeys[0];
    }

    @Override
    @Nullable
    Atom find(Atom key) {
        return children[indexOf(key)].find(key);
    }

    private int indexOf(Atom key) {
        int index = Sorted.find(leastKeys, leastKeys.length, key);
        return index >= 0 ? index : Math.max(0, -index - 2);
    }

    @Override
    TreeNode[] with(Atom key, Atom value) {
        int index = indexOf(key);
        return split(replaced(index, index + 1, children[index].with(key, value)));
    }

    @Override
    TreeNode without(Atom key) {
        int index = indexOf(key);
        TreeNode child = children[index].without(key);
        if (child == children[index]) {
            return this;
        }
        if (child.width() >= LEAST || children.length == 1) {
            return new TreeBranch(replaced(index, index + 1, child));
        }
        return index > 0
                ? new TreeBranch(replaced(index - 1, index + 1, children[index - 1].joinedWith(child)))
                : new TreeBranch(replaced(0, 2, child.joinedWith(children[1])));
    }

    @Override
    TreeNode[] joinedWith(TreeNode right) {
        TreeNode[] others = ((TreeBranch) right).children;
        TreeNode[] all = Arrays.copyOf(children, children.length + others.length);
        System.arraycopy(others, 0, all, children.length, others.length);
        return split(all);
    }

    private static TreeNode[] split(TreeNode[] children) {
        if (children.length <= MOST) {
            return new TreeNode[] {new TreeBranch(children)};
        }
        int middle = children.length / 2;
        return new TreeNode[] {
            new TreeBranch(Arrays.copyOf(children, middle)),
            new TreeBranch(Arrays.copyOfRange(children, middle, children.length))
        };
    }

    /** The children with others in place of those from an index up to another. */
    private TreeNode[] replaced(int from, int to, TreeNode... others) {
        TreeNode[] result = new TreeNode[children.length - (to - from) + others.length];
        System.arraycopy(children, 0, result, 0, from);
        System.arraycopy(others, 0, result, from, others.length);
        System.arraycopy(children, to, result, from + others.length, children.length - to);
        return result;
    }

    @Override
    void forEach(BiConsumer<? super Atom, ? super Atom> action) {
        for (TreeNode child : children) {
            child.forEach(action);
        }
    }

    @Override
    int copyKeys(Atom[] to, int at) {
        int next = at;
        for (TreeNode child : children) {
            next = child.copyKeys(to, next);
        }
        return next;
    }

    @Override
    int copyValues(Atom[] to, int at) {
        int next = at;
        for (TreeNode child : children) {
            next = child.copyValues(to, next);
        }
        return next;
    }
}
