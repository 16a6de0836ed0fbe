package dev.ovsdb.jsonrpc.connection;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What any thread wants written, until the event loop takes it all at once.
 *
 * <p>A stack that is reversed when it is taken: one compare-and-set to add, and whoever adds to an empty one knows that the
 * loop must be woken, so it is woken once for any number of items.
 */
final class OutboundQueue {
    private final AtomicReference<@Nullable Outbound> last = new AtomicReference<>();
    private final AtomicLong bytes = new AtomicLong();

    /** Adds an item and tells whether the queue was empty. */
    boolean add(Outbound item) {
        bytes.addAndGet(item.size());
        while (true) {
            Outbound before = last.get();
            item.next = before;
            if (last.compareAndSet(before, item)) {
                return before == null;
            }
        }
    }

    /** Takes all items; the first links to the second and so on. Null if there are none. */
    @Nullable
    Outbound takeAll() {
        Outbound rest = last.getAndSet(null);
        Outbound first = null;
        long taken = 0;
        while (rest != null) {
            Outbound before = rest.next;
            rest.next = first;
            first = rest;
            taken += rest.size();
            rest = before;
        }
        if (taken > 0) {
            bytes.addAndGet(-taken);
        }
        return first;
    }

    boolean isEmpty() {
        return last.get() == null;
    }

    /** The bytes of the items that wait here. */
    long bytes() {
        return bytes.get();
    }
}
