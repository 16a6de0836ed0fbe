package dev.ovsdb.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The member names that a reader expects, found from their bytes without making a {@code String}. An open-addressed hash
 * table, at most half full; immutable.
 */
public final class NameTable {
    private final byte[][] names;
    private final short[] slots;
    private final int mask;
    private final long[][]
            spelled; // Each name and its closing quote, filled up with zeros; empty if it may need an escape.
    private final int[] lengths; // Of names.
    private final short[] followers; // After each name, at its index + 1, the one that came last time.

    private NameTable(byte[][] names) {
        this.names = names;
        int capacity = Math.max(4, Integer.highestOneBit(names.length) << 2);
        this.mask = capacity - 1;
        this.slots = new short[capacity];
        Arrays.fill(slots, (short) -1);
        this.spelled = new long[names.length][];
        this.lengths = new int[names.length];
        this.followers = new short[names.length + 1];
        for (int i = 0; i < names.length; i++) {
            put(i);
            lengths[i] = names[i].length;
            spelled[i] = spell(names[i]);
            followers[i] = (short) i;
        }
        followers[names.length] = -1;
    }

    private static long[] spell(byte[] name) {
        for (byte b : name) {
            if (b < ' ' || b == '"' || b == '\\') {
                return new long[0];
            }
        }
        byte[] quoted = Arrays.copyOf(name, (name.length + 8) / 8 * 8);
        quoted[name.length] = '"';
        long[] words = new long[quoted.length / 8];
        Arrays.setAll(words, i -> Words.at(quoted, i * 8));
        return words;
    }

    /**
     * The table of these names; the index of a name is its place in the list.
     *
     * @throws IllegalArgumentException if a name occurs twice, or there are more than 32,767
     */
    public static NameTable of(List<String> names) {
        if (names.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a name table holds at most 32767 names, not " + names.size());
        }
        return new NameTable(names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    /** The table of these names, as {@link #of(List)}. */
    public static NameTable of(String... names) {
        return of(List.of(names));
    }

    private void put(int index) {
        byte[] name = names[index];
        int slot = ByteHash.of(name, 0, name.length) & mask;
        while (slots[slot] >= 0) {
            if (Arrays.equals(names[slots[slot]], name)) {
                throw new IllegalArgumentException("duplicate name " + new String(name, StandardCharsets.UTF_8));
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = (short) index;
    }

    /**
     * The length of the name that is expected behind another one, if it is what stands here, else -1. Members mostly come in
     * the same order, and then this takes the place of a search for the closing quote, a hash and a look into the table.
     *
     * @param from behind the opening quote
     */
    int match(int index, byte[] json, int from, int end) {
        long[] words = spelled[index];
        int last = words.length - 1;
        if (last < 0 || end - from < words.length * 8) {
            return -1;
        }
        for (int i = 0; i < last; i++) {
            if (words[i] != Words.at(json, from + i * 8)) {
                return -1;
            }
        }
        int length = lengths[index];
        int shift = 56 - ((length & 7) << 3);
        return (words[last] ^ Words.at(json, from + last * 8)) << shift == 0 ? length : -1;
    }

    /** The name to expect behind this one, or first if that is -1; or -1. Any thread's experience will do. */
    int follower(int previous) {
        return followers[previous + 1];
    }

    void learn(int previous, int index) {
        followers[previous + 1] = (short) index;
    }

    int find(byte[] text, int from, int to) {
        int slot = ByteHash.of(text, from, to) & mask;
        for (int index; (index = slots[slot]) >= 0; slot = (slot + 1) & mask) {
            byte[] name = names[index];
            if (Arrays.equals(name, 0, name.length, text, from, to)) {
                return index;
            }
        }
        return -1;
    }
}
