package dev.ovsdb.testkit.fault;

/**
 * What a proxy has done up to one moment.
 *
 * @param accepted connections of clients, ever
 * @param open connections now
 * @param cut connections that a fault, or {@link FaultProxy#cut}, ended
 * @param passedToServer bytes written to servers
 * @param passedToClient bytes written to clients
 * @param messagesToServer messages, or TLS records, that were written to servers whole
 * @param messagesToClient the same to clients
 * @param swallowedToServer bytes for servers that vanished
 * @param swallowedToClient bytes for clients that vanished
 */
public record ProxyCounters(
        int accepted,
        int open,
        int cut,
        long passedToServer,
        long passedToClient,
        long messagesToServer,
        long messagesToClient,
        long swallowedToServer,
        long swallowedToClient) {
    /** Bytes written in this direction. */
    public long passed(Direction direction) {
        return direction == Direction.TO_SERVER ? passedToServer : passedToClient;
    }
}
