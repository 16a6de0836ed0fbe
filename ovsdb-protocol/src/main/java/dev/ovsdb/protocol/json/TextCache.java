package dev.ovsdb.protocol.json;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shares what is made of short strings that occur again and again, such as the keys of {@code external_ids}: one place per
 * hash. A string is kept when it comes a second time, so that those that come once cost next to nothing and do not drive out
 * others. Its size is bounded; a peer that sends colliding strings only makes it useless.
 *
 * <p>A string is four words of eight bytes. That it is not here shows in a table of hashes that stays in the processor's
 * nearest cache; that it is takes one entry more, and no look at an array of bytes.
 *
 * <p>Shared between threads without a lock: entries are immutable and safe to publish through a race, and a lost entry costs
 * only another copy.
 *
 * @param <T> what is made of a string; must be immutable with final fields
 */
public final class TextCache<T> {
    /** Longer strings are seldom repeated: most that are longer hold UUIDs or addresses. */
    static final int LONGEST = 32;

    /** At 24 and above the mask for so many bytes of a word, all eight at the most. */
    private static final long[] MASKS = new long[LONGEST + 25];

    static {
        for (int i = 0; i < MASKS.length; i++) {
            MASKS[i] = i >= 32 ? -1 : i <= 24 ? 0 : Words.mask(i - 24);
        }
    }

    private static final class Entry<T> {
        final long a;
        final long b;
        final long c;
        final long d;
        final int length;
        final T value;

        Entry(long a, long b, long c, long d, int length, T value) {
            this.a = a;
            this.b = b;
            this.c = c;
            this.d = d;
            this.length = length;
            this.value = value;
        }

        boolean isOf(long a, long b, long c, long d, int length) {
            return (this.a ^ a | this.b ^ b | this.c ^ c | this.d ^ d | this.length ^ length) == 0;
        }
    }

    private final @Nullable Entry<T>[] entries;
    private final int[] marks; // For each place two hashes: of the string kept, and of the last one that was not.
    private final Function<String, T> maker;

    /** @param size how many strings to keep, a power of two */
    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type.
    public TextCache(int size, Function<String, T> maker) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("the size must be a power of two, was " + size);
        }
        this.entries = new Entry[size];
        this.marks = new int[size * 2];
        this.maker = maker;
    }

    T get(Text text) {
        int length = text.to - text.from;
        if (length > LONGEST) {
            return maker.apply(text.decode());
        }
        byte[] bytes = text.bytes;
        int from = text.from;
        if (from > bytes.length - LONGEST) {
            bytes = Arrays.copyOfRange(bytes, from, from + LONGEST);
            from = 0;
        }
        long a = Words.at(bytes, from) & MASKS[length + 24]; // No branches: the lengths of strings cannot be foretold.
        long b = Words.at(bytes, from + 8) & MASKS[length + 16];
        long c = Words.at(bytes, from + 16) & MASKS[length + 8];
        long d = Words.at(bytes, from + 24) & MASKS[length];
        int hash = hash(a, b, c, d, length);
        int slot = hash & entries.length - 1;
        Entry<T> entry = marks[slot * 2] == hash ? entries[slot] : null;
        if (entry != null && entry.isOf(a, b, c, d, length)) {
            return entry.value;
        }
        T value = maker.apply(text.decode());
        if (marks[slot * 2 + 1] == hash) {
            entries[slot] = new Entry<>(a, b, c, d, length, value);
            marks[slot * 2] = hash;
        } else {
            marks[slot * 2 + 1] = hash;
        }
        return value;
    }

    private static int hash(long a, long b, long c, long d, int length) {
        long hash = (a ^ length) * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL
                ^ c * 0xD6E8FEB86659FD93L + d * 0xA0761D6478BD642FL;
        hash ^= hash >>> 32;
        return (int) (hash ^ hash >>> 15);
    }
}
