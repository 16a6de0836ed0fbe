package dev.ovsdb.client;

/** A server answers, but is not one that the session may use: not the leader, another cluster, stale, not joined. */
public final class ServerRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean leaderMoved;

    /**
     * @param message names the server and what it lacks
     * @param leaderMoved whether all that is wrong is that another member leads
     */
    public ServerRejectedException(String message, boolean leaderMoved) {
        super(message);
        this.leaderMoved = leaderMoved;
    }

    /** Whether all that is wrong is that another member leads: then no back-off is due. */
    public boolean leaderMoved() {
        return leaderMoved;
    }
}
