package dev.ovsdb.client.subscription;

import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMessage;
import dev.ovsdb.protocol.monitor.RowUpdate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the wire and a user's listener: keeps messages whole, and what the listener throws away from the
 * connection. Confined to the event loop.
 */
final class MonitorDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorDelivery.class);

    private final MonitorListener listener;
    private final Consumer<RuntimeException> onFailure;
    private @Nullable MonitorMessage current;
    private boolean silent;
    private boolean over;

    /** @param onFailure told once, when the listener has thrown; nothing is delivered after that but the end */
    MonitorDelivery(MonitorListener listener, Consumer<RuntimeException> onFailure) {
        this.listener = listener;
        this.onFailure = onFailure;
    }

    void begin(MonitorMessage message) {
        if (!silent) {
            current = message;
            shielded(() -> listener.onBegin(message));
        }
    }

    void row(String table, UUID row, RowUpdate update) {
        if (silent || current == null) {
            return;
        }
        try { // Not shielded(): this runs once a row.
            listener.onRow(table, row, update);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Says the message that is complete, or null if there was none. */
    @Nullable
    MonitorMessage end() {
        MonitorMessage message = current;
        current = null;
        if (message != null && !silent) {
            shielded(() -> listener.onEnd(message));
        }
        return silent ? null : message;
    }

    /** Says the message that is not going to be complete, or null if there was none. */
    @Nullable
    MonitorMessage aborted() {
        MonitorMessage message = current;
        current = null;
        if (message != null && !silent) {
            shielded(() -> listener.onAborted(message));
        }
        return message;
    }

    void suspended(@Nullable Throwable cause) {
        aborted();
        if (!silent) {
            shielded(() -> listener.onSuspended(cause));
        }
    }

    void refused(Throwable cause) {
        if (!silent) {
            shielded(() -> listener.onRefused(cause));
        }
    }

    /** From now on the listener hears of its end alone. */
    void silence() {
        silent = true;
    }

    /** The last thing the listener hears. */
    void ended(@Nullable Throwable cause) {
        if (cause != null) {
            aborted();
        }
        if (!over) {
            over = true;
            silent = true;
            tellEnd(cause);
        }
    }

    private void shielded(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(RuntimeException e) {
        LOG.warn("A monitor's listener failed; the monitor ends", e);
        if (over) {
            return;
        }
        over = true;
        silent = true;
        current = null;
        tellEnd(e);
        onFailure.accept(e);
    }

    private void tellEnd(@Nullable Throwable cause) {
        try {
            listener.onEnded(cause);
        } catch (RuntimeException e) {
            LOG.warn("A monitor's listener failed at its end", e);
        }
    }
}
