package dev.ovsdb.jsonrpc.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls that wait for their reply, by id: an open-addressed table, since ids are dense and calls are many. Confined to the
 * event loop.
 */
final class PendingCalls {
    private static final int MAX_FORGOTTEN = 1024;

    private @Nullable CallRequest<?>[] slots = new CallRequest<?>[16];
    private int size;

    /** Ids that were given up and may be answered yet; the oldest make room, since many never are. */
    private final Map<Long, Boolean> forgotten = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > MAX_FORGOTTEN;
        }
    };

    void put(CallRequest<?> call) {
        if (2 * ++size > slots.length) {
            grow();
        }
        insert(call);
    }

    @Nullable
    CallRequest<?> get(long id) {
        for (int at = slot(id); ; at = next(at)) {
            CallRequest<?> call = slots[at];
            if (call == null || call.id == id) {
                return call;
            }
        }
    }

    @Nullable
    CallRequest<?> remove(long id) {
        int at = slot(id);
        CallRequest<?> found = slots[at];
        while (found != null && found.id != id) {
            at = next(at);
            found = slots[at];
        }
        if (found != null) {
            size--;
            close(at);
        }
        return found;
    }

    /** Remembers an id whose call was given up, so that its late reply is no surprise. */
    void forget(long id) {
        forgotten.put(id, Boolean.TRUE);
    }

    /** Whether the id belonged to a call that was given up; true only once. */
    boolean wasForgotten(long id) {
        return forgotten.remove(id) != null;
    }

    int size() {
        return size;
    }

    /** Takes all calls out, in the order in which they were made. */
    List<CallRequest<?>> removeAll() {
        List<CallRequest<?>> all = new ArrayList<>(size);
        for (CallRequest<?> call : slots) {
            if (call != null) {
                all.add(call);
            }
        }
        slots = new CallRequest<?>[16];
        size = 0;
        all.sort(Comparator.comparingLong(call -> call.id));
        return all;
    }

    private void insert(CallRequest<?> call) {
        int at = slot(call.id);
        while (slots[at] != null) {
            at = next(at);
        }
        slots[at] = call;
    }

    private void grow() {
        @Nullable CallRequest<?>[] old = slots;
        slots = new CallRequest<?>[2 * old.length];
        for (CallRequest<?> call : old) {
            if (call != null) {
                insert(call);
            }
        }
    }

    /** Moves calls back that were pushed past the slot that becomes free, so that no search stops early. */
    private void close(int gap) {
        int free = gap;
        slots[free] = null;
        for (int at = next(gap); ; at = next(at)) {
            CallRequest<?> call = slots[at];
            if (call == null) {
                return;
            }
            int home = slot(call.id);
            boolean homeIsBetween = free <= at ? free < home && home <= at : free < home || home <= at;
            if (!homeIsBetween) {
                slots[free] = call;
                slots[at] = null;
                free = at;
            }
        }
    }

    private int slot(long id) {
        return (int) id & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }
}
