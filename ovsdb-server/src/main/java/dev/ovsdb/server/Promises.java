package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The transactions of one session that are answered later, by the ids of their requests. Thread-safe. */
final class Promises {
    private final Map<JsonValue, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
    private volatile boolean aware;

    /** Whether the session knows of changes of databases, and so is told of cancellations. */
    boolean isAware() {
        return aware;
    }

    void aware(boolean now) {
        aware = now;
    }

    boolean isPending(JsonValue id) {
        return pending.containsKey(id);
    }

    void add(JsonValue id, CompletableFuture<?> result) {
        pending.put(id, result);
        result.whenComplete((value, failure) -> pending.remove(id, result));
    }

    /** Cancels the transaction of that id, if it is pending. */
    void cancel(JsonValue id) {
        CompletableFuture<?> result = pending.get(id);
        if (result != null) {
            result.cancel(false);
        }
    }

    void cancelAll() {
        List<CompletableFuture<?>> all = new ArrayList<>(pending.values());
        all.forEach(result -> result.cancel(false));
    }
}
