package dev.ovsdb.server.engine;

import dev.ovsdb.server.engine.store.DatabaseStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The views that users have open. One that holds back much is logged, once, with where it was opened. Thread-safe. */
final class Views {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseView.class);

    private final long maxBytes;
    private final Map<PinnedView, Opened> open = new LinkedHashMap<>(); // Guarded by this.

    /** Where a view was opened; its stack trace tells. */
    private static final class Opened extends Exception {
        private static final long serialVersionUID = 1L;

        private boolean logged;

        Opened(String database) {
            super("a view of " + database + " was opened here");
        }
    }

    /** @param maxBytes bytes of old values above which a view is logged */
    Views(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    synchronized PinnedView open(String database, DatabaseStore store) {
        var view = new PinnedView(store.pinPublished(), this);
        open.put(view, new Opened(database));
        return view;
    }

    synchronized void forget(PinnedView view) {
        open.remove(view);
    }

    synchronized void sweep() {
        open.forEach((view, opened) -> {
            long held = view.heldBytes();
            if (held > maxBytes && !opened.logged) {
                opened.logged = true;
                LOG.warn("a view that is still open holds back {} bytes of old values", held, opened);
            }
        });
    }
}
