package dev.ovsdb.server.engine.monitor;

/** A change of a monitor's conditions, made on the lane and on its way to the client. */
public final class ChangedMonitor {
    private final Monitor monitor;
    private final ConditionTurn turn;

    ChangedMonitor(Monitor monitor, ConditionTurn turn) {
        this.monitor = monitor;
        this.turn = turn;
    }

    /**
     * Hands over what has to come before the reply, unless it has been pulled already: earlier updates under the old id, then the
     * rows that enter and leave by the change itself, under the new one. On the session's loop, once the point is published.
     */
    public void sendTo(MonitorOutput out) {
        monitor.pull(turn.at().version, out);
    }
}
