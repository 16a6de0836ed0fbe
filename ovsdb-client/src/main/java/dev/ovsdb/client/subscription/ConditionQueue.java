package dev.ovsdb.client.subscription;

import dev.ovsdb.protocol.monitor.MonitorRequests;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a monitor's conditions, in order: one at the server at a time, the others behind it. When the connection is
 * lost all become part of the monitor's requests, and are settled by the next contents. Guarded by its monitor.
 */
final class ConditionQueue {
    private final Deque<ConditionChange> waiting = new ArrayDeque<>();
    private final List<ConditionChange> settled = new ArrayList<>();
    private boolean atServer;

    void add(ConditionChange change) {
        waiting.add(change);
    }

    /** The change to send now; null while one is unanswered, or there is none. */
    @Nullable
    ConditionChange next() {
        if (atServer || waiting.isEmpty()) {
            return null;
        }
        atServer = true;
        return waiting.peek();
    }

    /** The change at the server was acknowledged or refused. */
    void answered(ConditionChange change) {
        atServer = false;
        waiting.remove(change);
    }

    /** No change will be answered any more: all wait for the next contents. Says whether there was one. */
    boolean settleAll() {
        boolean any = !waiting.isEmpty();
        settled.addAll(waiting);
        waiting.clear();
        atServer = false;
        return any;
    }

    /** The requests with all conditions that wait for the next contents. */
    MonitorRequests applyTo(MonitorRequests requests) {
        MonitorRequests result = requests;
        for (ConditionChange change : settled) {
            result = result.withConditions(change.conditions());
        }
        return result;
    }

    List<ConditionChange> takeSettled() {
        List<ConditionChange> taken = new ArrayList<>(settled);
        settled.clear();
        return taken;
    }

    List<ConditionChange> takeAll() {
        settleAll();
        return takeSettled();
    }
}
