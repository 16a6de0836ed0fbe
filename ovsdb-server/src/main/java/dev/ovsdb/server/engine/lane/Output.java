package dev.ovsdb.server.engine.lane;

/** Messages that were made in the lane, and wait in it for what they tell of to be published. Confined to the lane. */
public interface Output {
    /**
     * Hands on, in order, what may be seen.
     *
     * @return whether all of it could be handed on
     */
    boolean release();
}
