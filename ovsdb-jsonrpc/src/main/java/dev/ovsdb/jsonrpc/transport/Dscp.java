package dev.ovsdb.jsonrpc.transport;

import java.util.OptionalInt;

/** The differentiated services code point (RFC 2474): 0 to 63. */
final class Dscp {
    private static final int MAX = 63;

    private Dscp() {}

    static OptionalInt checked(OptionalInt dscp) {
        if (dscp.isPresent() && (dscp.getAsInt() < 0 || dscp.getAsInt() > MAX)) {
            throw new IllegalArgumentException("a DSCP is 0 to " + MAX + ", was " + dscp.getAsInt());
        }
        return dscp;
    }
}
