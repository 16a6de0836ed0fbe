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

    private NameTable(byte[][] names) {
        this.names = names;
        int capacity = Math.max(4, Integer.highestOneBit(names.length) << 2);
        this.mask = capacity - 1;
        this.slots = new short[capacity];
        Arrays.fill(slots, (short) -1);
        for (int i = 0; i < names.length; i++) {
            put(i);
        }
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
