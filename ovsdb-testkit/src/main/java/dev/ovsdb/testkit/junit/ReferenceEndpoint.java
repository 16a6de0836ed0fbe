package dev.ovsdb.testkit.junit;

import dev.ovsdb.testkit.ReferenceServer;

/**
 * One way to reach one reference server.
 *
 * @param server the server
 * @param container whether it runs in a container
 * @param kind {@code "tcp"}, {@code "ssl"} or {@code "unix"}
 */
public record ReferenceEndpoint(ReferenceServer server, boolean container, String kind) {
    /** The connection method, such as {@code ssl:127.0.0.1:40123}. */
    public String remote() {
        return server.remote(kind);
    }

    /** True if a client needs the server's {@link ReferenceServer#pki()}. */
    public boolean isTls() {
        return kind.equals("ssl");
    }
}
