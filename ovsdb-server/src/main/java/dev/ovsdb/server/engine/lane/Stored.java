package dev.ovsdb.server.engine.lane;

/** Something that a turn has changed, to be stored at its end. Confined to the lane. */
@FunctionalInterface
public interface Stored {
    /** Stores what was changed, and publishes it if that was accepted at once. */
    void store();
}
