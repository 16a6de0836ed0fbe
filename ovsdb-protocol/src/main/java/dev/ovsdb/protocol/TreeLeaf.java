package dev.ovsdb.protocol;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A leaf: pairs in the order of keys. In a set the values are the same array as the keys. */
final class TreeLeaf extends TreeNode {
    private final Atom[] keys;
    private final Atom[] values;
    private int hash; // Computed when first asked for; 0 until then. Any thread finds the same.

    private TreeLeaf(Atom[] keys, Atom[] values) {
        this.keys = keys;
        this.values = values;
    }

    static TreeLeaf copyOf(Atom[] keys, Atom[] values, int from, int to) {
        Atom[] some = Arrays.copyOfRange(keys, from, to);
        return new TreeLeaf(some, keys == values ? some : Arrays.copyOfRange(values, from, to));
    }

    @Override
    int size() {
        return keys.length;
    }

    @Override
    int hash() {
        int sum = hash;
        if (sum == 0) {
            for (int i = 0; i < keys.length; i++) {
                sum += keys == values ? Sorted.hash(keys[i]) : Sorted.hash(keys[i], values[i]);
            }
            hash = sum;
        }
        return sum;
    }

    @Override
    int width() {
        return keys.length;
    }

    @Override
    int height() {
        return 0;
    }

    Atom key(int index) {
        return keys[index];
    }

    Atom value(int index) {
        return values[index];
    }

    @Override
    Atom leastKey() {
        return keys[0];
    }

    @Override
    @Nullable
    Atom find(Atom key) {
        int index = Sorted.find(keys, keys.length, key);
        return index < 0 ? null : values[index];
    }

    @Override
    TreeNode[] with(Atom key, Atom value) {
        int index = Sorted.find(keys, keys.length, key);
        if (index >= 0) {
            Atom[] newValues = values.clone();
            newValues[index] = value;
            return new TreeNode[] {new TreeLeaf(keys == values ? newValues : keys, newValues)};
        }
        Atom[] newKeys = inserted(keys, -index - 1, key);
        Atom[] newValues = keys == values ? newKeys : inserted(values, -index - 1, value);
        return split(newKeys, newValues);
    }

    @Override
    TreeNode without(Atom key) {
        int index = Sorted.find(keys, keys.length, key);
        if (index < 0) {
            return this;
        }
        Atom[] newKeys = removed(keys, index);
        return new TreeLeaf(newKeys, keys == values ? newKeys : removed(values, index));
    }

    @Override
    TreeNode[] joinedWith(TreeNode right) {
        TreeLeaf other = (TreeLeaf) right;
        Atom[] allKeys = joined(keys, other.keys);
        return split(allKeys, keys == values ? allKeys : joined(values, other.values));
    }

    private static TreeNode[] split(Atom[] keys, Atom[] values) {
        if (keys.length <= MOST) {
            return new TreeNode[] {new TreeLeaf(keys, values)};
        }
        int middle = keys.length / 2;
        return new TreeNode[] {copyOf(keys, values, 0, middle), copyOf(keys, values, middle, keys.length)};
    }

    private static Atom[] inserted(Atom[] atoms, int index, Atom atom) {
        Atom[] result = new Atom[atoms.length + 1];
        System.arraycopy(atoms, 0, result, 0, index);
        result[index] = atom;
        System.arraycopy(atoms, index, result, index + 1, atoms.length - index);
        return result;
    }

    private static Atom[] removed(Atom[] atoms, int index) {
        Atom[] result = new Atom[atoms.length - 1];
        System.arraycopy(atoms, 0, result, 0, index);
        System.arraycopy(atoms, index + 1, result, index, result.length - index);
        return result;
    }

    private static Atom[] joined(Atom[] left, Atom[] right) {
        Atom[] result = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, result, left.length, right.length);
        return result;
    }

    @Override
    void forEach(BiConsumer<? super Atom, ? super Atom> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    @Override
    int copyKeys(Atom[] to, int at) {
        System.arraycopy(keys, 0, to, at, keys.length);
        return at + keys.length;
    }

    @Override
    int copyValues(Atom[] to, int at) {
        System.arraycopy(values, 0, to, at, values.length);
        return at + values.length;
    }
}
