package dev.ovsdb.client.subscription;

import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import java.util.List;

/** By which request a monitor is asked for: the best one that the server knows. Guarded by its monitor. */
final class MethodChoice {
    private final List<MonitorMethod> bestFirst;
    private int chosen;

    /** @throws IllegalArgumentException if the best one does not know conditions and there are some */
    MethodChoice(List<MonitorMethod> bestFirst, MonitorRequests requests) {
        this.bestFirst = bestFirst;
        if (!suits(bestFirst.get(0), requests)) {
            throw new IllegalArgumentException("monitor knows no conditions; use monitor_cond or monitor_cond_since");
        }
    }

    MonitorMethod chosen() {
        return bestFirst.get(chosen);
    }

    /** Begins with the best one again: this may be another server. */
    void restart() {
        chosen = 0;
    }

    /** Goes on to the next one. Says whether there is one that can do what is asked. */
    boolean fallBack(MonitorRequests requests) {
        if (chosen + 1 == bestFirst.size() || !suits(bestFirst.get(chosen + 1), requests)) {
            return false;
        }
        chosen++;
        return true;
    }

    private static boolean suits(MonitorMethod method, MonitorRequests requests) {
        return method != MonitorMethod.MONITOR || !hasConditions(requests);
    }

    private static boolean hasConditions(MonitorRequests requests) {
        return requests.tables().values().stream()
                .flatMap(List::stream)
                .map(MonitorRequest::where)
                .anyMatch(where -> where != null && !where.isEmpty());
    }
}
