package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.server.engine.store.Pin;

/**
 * The version that selects of one transaction still have to read, or to write: rows that were found are old values too, as long as
 * their client does not take them. It is let go when the last select has written its rows, or when nobody wants these any more.
 *
 * <p>Selects join in the lane; after that one thread at a time reads and writes.
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

    /** So many rows were written. */
    void wrote(int rows) {
        pin.used(rows);
    }

    /** One that joined has written its rows. */
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
