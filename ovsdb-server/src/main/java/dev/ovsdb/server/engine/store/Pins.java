package dev.ovsdb.server.engine.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** The open pins of a store. For any thread, guarded by itself. */
final class Pins {
    private final List<StorePin> open = new ArrayList<>();
    private final VersionLog versions;
    private volatile Runnable hook = () -> {};

    Pins(VersionLog versions) {
        this.versions = versions;
    }

    /** Makes a pin in one step with the version being looked up, so that it cannot be cut in between. */
    synchronized <T extends StorePin> T add(Supplier<T> pin) {
        T made = pin.get();
        open.add(made);
        return made;
    }

    void closed(StorePin pin) {
        boolean wasOldest;
        synchronized (this) {
            long before = horizon();
            open.remove(pin);
            wasOldest = horizon() > before;
        }
        if (wasOldest) {
            hook.run();
        }
    }

    void onReclaimable(Runnable task) {
        hook = task;
    }

    /** The version below which nobody reads. */
    synchronized long horizon() {
        long least = versions.published();
        for (int i = 0; i < open.size(); i++) {
            least = Math.min(least, open.get(i).version());
        }
        return least;
    }

    /** Tells the pins above this version that they show nothing any more. */
    synchronized void fallBack(long version) {
        for (StorePin pin : open) {
            if (pin.version() > version) {
                pin.fall();
            }
        }
    }

    synchronized List<Pin> list() {
        List<Pin> pins = new ArrayList<>(open);
        pins.sort(Comparator.comparingLong(Pin::version));
        return List.copyOf(pins);
    }
}
