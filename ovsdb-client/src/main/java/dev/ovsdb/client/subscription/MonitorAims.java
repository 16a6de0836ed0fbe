package dev.ovsdb.client.subscription;

import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor asks for, and the changes of its conditions: in order, one at the server at a time, the others behind it.
 * When the server does not follow the monitor any more, all of them are asked for with the next contents, which settle them;
 * where those are refused, they are sent behind contents that do not ask for them.
 * Guarded by its monitor.
 */
final class MonitorAims {
    private final Deque<ConditionChange> waiting = new ArrayDeque<>();
    private final List<ConditionChange> withContents = new ArrayList<>();
    private MonitorRequests acknowledged;
    private boolean atServer;
    private boolean uncertain;

    MonitorAims(MonitorRequests requests) {
        acknowledged = requests;
    }

    /** The requests with the conditions that the server has acknowledged. */
    MonitorRequests acknowledged() {
        return acknowledged;
    }

    /** What to ask for next: also the conditions that were not acknowledged when the connection broke. */
    MonitorRequests next() {
        MonitorRequests result = acknowledged;
        for (ConditionChange change : withContents) {
            result = result.withConditions(change.conditions());
        }
        return result;
    }

    /** @return completes when the conditions count */
    CompletableFuture<Void> change(MonitorConditions conditions) {
        ConditionChange change = new ConditionChange(conditions, new CompletableFuture<>());
        waiting.add(change);
        return change.done();
    }

    /** The change to send now; null while one is unanswered, or there is none. */
    @Nullable
    ConditionChange nextToSend() {
        if (atServer || waiting.isEmpty()) {
            return null;
        }
        atServer = true;
        return waiting.peek();
    }

    void acknowledged(ConditionChange change) {
        answered(change);
        acknowledged = acknowledged.withConditions(change.conditions());
    }

    /** @param unknown whether the server may have taken the conditions nevertheless */
    void failed(ConditionChange change, boolean unknown) {
        answered(change);
        uncertain |= unknown;
    }

    private void answered(ConditionChange change) {
        atServer = false;
        waiting.remove(change);
    }

    /**
     * The server does not follow the monitor any more.
     *
     * @return whether its conditions were or now are others than what was delivered last, so that the next contents must be
     *     whole (E22)
     */
    boolean interrupted() {
        boolean changed = uncertain || !waiting.isEmpty();
        withContents.addAll(waiting);
        waiting.clear();
        atServer = false;
        uncertain = false;
        return changed;
    }

    /** The contents came. The changes that they settle. */
    List<ConditionChange> arrived() {
        acknowledged = next();
        return taken();
    }

    /**
     * The contents were refused, perhaps for the conditions, perhaps for something that has changed meanwhile: whoever asks for them by the
     * acknowledged conditions and sends the changes behind that hears of each whether it was to blame.
     *
     * @return whether any had been asked for with the contents
     */
    boolean setApart() {
        List<ConditionChange> apart = taken();
        for (int i = apart.size() - 1; i >= 0; i--) {
            waiting.addFirst(apart.get(i)); // They are older than what waits.
        }
        return !apart.isEmpty();
    }

    private List<ConditionChange> taken() {
        List<ConditionChange> taken = new ArrayList<>(withContents);
        withContents.clear();
        return taken;
    }

    /** The monitor is over. All changes that are left. */
    List<ConditionChange> end() {
        interrupted();
        return taken();
    }
}
