package dev.ovsdb.server.engine.database;

import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.Pin;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Watches versions that are held for slow readers: a reply that makes no progress, or holds back too much, costs its session
 * the connection. Confined to the lane.
 */
public final class PinWatch {
    private static final int LOOKS =
            8; // As often as this, by bytes, pins are looked at before one holds back too much.

    private final Map<Pin, Held> pins = new LinkedHashMap<>(); // Also of a store that was replaced meanwhile.

    private long lookedAt; // How much had been superseded then.

    /** For whom a version is held. */
    public interface Holder {
        void heldTooLong(String reason);
    }

    private static final class Held {
        private final Holder holder;
        private long progress;
        private long since;

        Held(Holder holder, long now) {
            this.holder = holder;
            this.since = now;
        }
    }

    /** Pins of the store that nobody has are this holder's. */
    public void adopt(DatabaseStore store, Holder holder) {
        for (Pin pin : store.pins()) {
            pins.computeIfAbsent(pin, any -> new Held(holder, pin.createdNanos()));
        }
    }

    /** Whether so much was superseded since the last look that one may hold back too much by now. */
    boolean isDue(DatabaseStore store, long maxBytes) {
        long more = store.supersededBytes() - lookedAt; // Less than none if it is another store.
        return !pins.isEmpty() && (more > maxBytes / LOOKS || more < 0);
    }

    /** Looks at all of them. */
    void sweep(DatabaseStore store, long now, Duration patience, long maxBytes) {
        lookedAt = store.supersededBytes();
        pins.keySet().removeIf(Pin::isClosed);
        pins.forEach((pin, held) -> check(pin, held, now, patience, maxBytes));
    }

    private static void check(Pin pin, Held held, long now, Duration patience, long maxBytes) {
        long progress = pin.progress();
        if (progress != held.progress) {
            held.progress = progress;
            held.since = now;
        }
        if (now - held.since > patience.toNanos()) {
            held.holder.heldTooLong("a reply made no progress for " + patience.toSeconds() + " s (pinPatience)");
        } else if (pin.heldBytes() > maxBytes) {
            held.holder.heldTooLong("a reply holds back " + pin.heldBytes() + " bytes of old values (supersededBytes)");
        }
    }
}
