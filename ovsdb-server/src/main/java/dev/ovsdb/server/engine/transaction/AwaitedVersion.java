package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.server.engine.store.Pin;

/**
 * The version that selects of one transaction still have to read. It is let go when the last of them has found its rows, or
 * when nobody wants these any more.
 *
 * <p>Selects join in the lane; after that one thread at a time reads.
 */
final class AwaitedVersion {
    private final Pin pin;
    private int readers;

    AwaitedVersion(Pin pin) {
        this.pin = pin;
    }

    void join() {
        readers++;
    }

    Pin pin() {
        return pin;
    }

    /** One that joined has found its rows. */
    void leave() {
        readers--;
        if (readers == 0) {
            pin.close();
        }
    }

    /** Nobody wants any rows. From any thread. */
    void abandon() {
        pin.close();
    }
}
