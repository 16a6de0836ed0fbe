package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which part of a composition has which monitor and which unanswered transaction of one session. Thread-safe. */
final class SessionClaims {
    private final Map<JsonValue, Integer> monitors = new ConcurrentHashMap<>();
    private final Map<JsonValue, Integer> transactions = new ConcurrentHashMap<>();

    /** Takes a monitor id, and tells whether it was free. */
    boolean claimMonitor(JsonValue id, int part) {
        return monitors.putIfAbsent(id, part) == null;
    }

    void releaseMonitor(JsonValue id) {
        monitors.remove(id);
    }

    @Nullable
    Integer monitor(JsonValue id) {
        return monitors.get(id);
    }

    /** Takes a request id, and tells whether no other part has it. */
    boolean claimTransaction(JsonValue id, int part) {
        Integer before = transactions.putIfAbsent(id, part);
        return before == null || before == part;
    }

    void releaseTransaction(JsonValue id) {
        transactions.remove(id);
    }

    @Nullable
    Integer transaction(JsonValue id) {
        return transactions.get(id);
    }
}
