package dev.ovsdb.server;

import java.util.List;

/** Handlers made of handlers. */
public final class Handlers {
    private Handlers() {}

    /**
     * Serves the databases of several handlers as one server's, such as some by user code and the others by the engine.
     *
     * <p>What names a database goes to the first handler that declares it ({@link Handler#schemas}). What belongs to the session is
     * kept for all: monitor ids and the ids of transactions are unique across databases, and {@code set_db_change_aware} is told
     * to every handler. Anything else, locks among it, goes to the first handler that knows the method. Requests are begun in
     * order for each handler; replies and updates of different handlers are in no order to each other.
     */
    public static Handler compose(Handler... parts) {
        return compose(List.of(parts));
    }

    /** As {@link #compose(Handler...)}. */
    public static Handler compose(List<? extends Handler> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a composition needs a handler");
        }
        return new CompositeHandler(List.copyOf(parts));
    }
}
