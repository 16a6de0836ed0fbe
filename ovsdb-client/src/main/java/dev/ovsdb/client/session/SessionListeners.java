package dev.ovsdb.client.session;

import dev.ovsdb.client.SessionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of a session; one that throws does not keep the others from hearing. Thread-safe. */
final class SessionListeners {
    private static final Logger LOG = LoggerFactory.getLogger(SessionListeners.class);

    private final List<SessionListener> listeners;

    SessionListeners(List<SessionListener> first) {
        listeners = new CopyOnWriteArrayList<>(first);
    }

    void add(SessionListener listener) {
        listeners.add(listener);
    }

    void remove(SessionListener listener) {
        listeners.remove(listener);
    }

    void tell(Consumer<SessionListener> event) {
        for (SessionListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("A session listener failed", e);
            }
        }
    }
}
