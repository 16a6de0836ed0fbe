package dev.ovsdb.server.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The order in which the reference programs walk a hash table keyed by names.
 *
 * <p>{@code list-tables}, {@code list-columns}, {@code backup} and the rows of {@code monitor} come out in that order, which
 * follows from the names and the order in which they went in: a 32-bit Murmur hash picks the bucket, a new entry becomes its
 * bucket's first, and the table grows to the next power of two when it holds more than two entries a bucket. It is that of
 * programs built for plain x86-64 and other processors without a CRC instruction in their baseline, as distributions do.
 */
public final class HashOrder {
    private final List<Entry> entries = new ArrayList<>();
    private int mask;
    private List<List<Entry>> buckets = emptyBuckets(1);

    private record Entry(int hash, int index) {}

    private HashOrder() {}

    /** The names as the hash table gives them when they were put in one after another. */
    public static List<String> of(Collection<String> names) {
        List<String> given = List.copyOf(names);
        return indexes(given).stream().map(given::get).toList();
    }

    /** The same by the indexes of the names, which may be equal: then each is an entry of its own. */
    public static List<Integer> indexes(List<String> names) {
        HashOrder table = new HashOrder();
        names.forEach(table::put);
        return table.indexes();
    }

    private void put(String name) {
        Entry entry = new Entry(hash(name), entries.size());
        entries.add(entry);
        push(entry);
        if (Integer.compareUnsigned(entries.size() / 2, mask) > 0) {
            grow();
        }
    }

    /** A bucket's list has its oldest entry first: what the hash table pushes at the head, this appends. */
    private void push(Entry entry) {
        buckets.get(entry.hash & mask).add(entry);
    }

    private void grow() {
        List<List<Entry>> old = buckets;
        mask = maskFor(entries.size());
        buckets = emptyBuckets(mask + 1);
        old.forEach(bucket -> newestFirst(bucket).forEach(this::push));
    }

    private static int maskFor(int entries) {
        int wanted = entries / 2;
        int mask = wanted == 0 ? 0 : Integer.highestOneBit(wanted) * 2 - 1;
        return mask | (mask & 1) << 1; // If there are buckets at all, there are four.
    }

    private List<Integer> indexes() {
        List<Integer> indexes = new ArrayList<>(entries.size());
        for (List<Entry> bucket : buckets) {
            newestFirst(bucket).forEach(entry -> indexes.add(entry.index));
        }
        return indexes;
    }

    private static List<Entry> newestFirst(List<Entry> bucket) {
        List<Entry> reversed = new ArrayList<>(bucket.size());
        for (int i = bucket.size() - 1; i >= 0; i--) {
            reversed.add(bucket.get(i));
        }
        return reversed;
    }

    private static List<List<Entry>> emptyBuckets(int count) {
        List<List<Entry>> buckets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            buckets.add(new ArrayList<>(2));
        }
        return buckets;
    }

    /**
     * MurmurHash3 for 32 bits with seed 0, but for the last word: a short one is filled with zeros and then mixed in as a
     * whole one is.
     */
    static int hash(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer words =
                ByteBuffer.wrap(Arrays.copyOf(bytes, (bytes.length + 3) & ~3)).order(ByteOrder.LITTLE_ENDIAN);
        int hash = 0;
        while (words.hasRemaining()) {
            hash = mix(hash, words.getInt());
        }
        return finish(hash ^ bytes.length);
    }

    private static int mix(int hash, int word) {
        int scrambled = Integer.rotateLeft(word * 0xcc9e2d51, 15) * 0x1b873593;
        return Integer.rotateLeft(hash ^ scrambled, 13) * 5 + 0xe6546b64;
    }

    private static int finish(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }
}
