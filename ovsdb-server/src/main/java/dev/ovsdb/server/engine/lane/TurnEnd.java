package dev.ovsdb.server.engine.lane;

/** What ends each turn of the lane: storing, publishing and handing out what it executed. */
@FunctionalInterface
public interface TurnEnd {
    /**
     * Ends a turn; still in the lane.
     *
     * @return what is left to be done on the calling thread when it has given the lane away
     */
    Runnable endTurn();
}
