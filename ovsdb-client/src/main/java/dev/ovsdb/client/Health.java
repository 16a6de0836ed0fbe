package dev.ovsdb.client;

/**
 * How well a session serves its user, judged by what it monitors and not by whether a socket is open.
 *
 * @param status the verdict
 * @param detail one line for a person: what is missing, and since what
 */
public record Health(Status status, String detail) {
    /** The verdict. */
    public enum Status {
        /** Live; each monitor has its contents and follows, each lock has been asked for. */
        UP,
        /** Live, but something the user asked for is not in place: a monitor without contents, a lock not yet asked. */
        DEGRADED,
        /** Not live. */
        DOWN
    }

    public boolean isUp() {
        return status == Status.UP;
    }
}
