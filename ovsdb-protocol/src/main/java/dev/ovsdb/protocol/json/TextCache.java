package dev.ovsdb.protocol.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shares what is made of short strings that occur again and again, such as the keys of {@code external_ids}: one place per
 * hash. A string is kept when it comes a second time, so that those that come once cost next to nothing and do not drive out
 * others. Its size is bounded; a peer that sends colliding strings only makes it useless.
 *
 * <p>Shared between threads without a lock: entries are immutable and safe to publish through a race, and a lost entry costs
 * only another copy.
 *
 * @param <T> what is made of a string; must be immutable with final fields
 */
public final class TextCache<T> {
    /** Longer strings are seldom repeated. */
    static final int LONGEST = 40;

    private static final class Entry<T> {
        final byte[] text;
        final T value;

        Entry(byte[] text, T value) {
            this.text = text;
            this.value = value;
        }
    }

    private final @Nullable Entry<T>[] entries;
    private final int[] seen; // For each place the hash of the string that came last and was not kept.
    private final Function<String, T> maker;

    /** @param size how many strings to keep, a power of two */
    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type.
    public TextCache(int size, Function<String, T> maker) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("the size must be a power of two, was " + size);
        }
        this.entries = new Entry[size];
        this.seen = new int[size];
        this.maker = maker;
    }

    T get(Text text) {
        int length = text.to - text.from;
        if (length > LONGEST) {
            return maker.apply(text.decode());
        }
        int hash = ByteHash.of(text.bytes, text.from, text.to);
        int slot = hash & entries.length - 1;
        Entry<T> entry = entries[slot];
        if (entry != null && text.equalTo(entry.text)) {
            return entry.value;
        }
        T value = maker.apply(text.decode());
        if (seen[slot] == hash) {
            entries[slot] = new Entry<>(text.copy(), value);
        }
        seen[slot] = hash;
        return value;
    }
}
