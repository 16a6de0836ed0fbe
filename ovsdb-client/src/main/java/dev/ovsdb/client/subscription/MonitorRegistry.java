package dev.ovsdb.client.subscription;

import dev.ovsdb.client.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The monitors that a session keeps up, in the order in which it asked for them. Thread-safe. */
public final class MonitorRegistry {
    private final List<MonitorHandle> monitors = new ArrayList<>();

    /** @throws IllegalArgumentException if another monitor of the session has its id */
    synchronized void add(MonitorHandle monitor) {
        if (monitors.stream().anyMatch(each -> each.id().equals(monitor.id()))) {
            throw new IllegalArgumentException("monitor id " + monitor.id() + " is in use");
        }
        monitors.add(monitor);
    }

    synchronized void remove(MonitorHandle monitor) {
        monitors.remove(monitor);
    }

    private synchronized List<MonitorHandle> snapshot() {
        return new ArrayList<>(monitors);
    }

    /** A new connection is about to serve the session: asks for each monitor that was asked for before. */
    public void attached(Conversation conversation) {
        snapshot().forEach(monitor -> monitor.askAgain(conversation));
    }

    /** The connection is gone, and the monitors with it. */
    public void detached(@Nullable Throwable cause) {
        snapshot().forEach(monitor -> monitor.detached(cause));
    }

    /** The session has ended. */
    public void ended(RuntimeException cause) {
        snapshot().forEach(monitor -> monitor.ended(cause));
    }

    /** The monitors without contents on the present connection. */
    public List<String> missing() {
        return snapshot().stream()
                .filter(monitor -> !monitor.following())
                .map(MonitorHandle::describe)
                .toList();
    }
}
