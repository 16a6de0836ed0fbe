package dev.ovsdb.server.engine.database;

import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.Pin;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Watches versions that are held for slow readers: a reply that makes no progress, or holds back too much, costs its session
 * the connection. Confined to the lane.
 */
public final class PinWatch {
    private final Map<Pin, Held> pins = new IdentityHashMap<>(); // Never iterated: the store has the order.

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

    /** Looks at all of them. */
    void sweep(DatabaseStore store, long now, Duration patience, long maxBytes) {
        List<Pin> open = store.pins();
        pins.keySet().retainAll(identities(open));
        for (Pin pin : open) {
            Held held = pins.get(pin);
            if (held != null) {
                check(pin, held, now, patience, maxBytes);
            }
        }
    }

    private static Set<Pin> identities(List<Pin> open) {
        Set<Pin> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(open);
        return set;
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
