package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.testkit.WorkFolder;

/** Where clients come to. */
final class Places {
    private static final String LOOPBACK = "127.0.0.1";

    private Places() {}

    /** A place of the same kind as the server's. */
    static ConnectionMethod.Passive like(ConnectionMethod.Active server, WorkFolder folder) {
        if (server.isUnix()) return unix(folder);
        return server.isTls() ? ConnectionMethod.pssl(0, LOOPBACK) : ConnectionMethod.ptcp(0, LOOPBACK);
    }

    static ConnectionMethod.Passive unix(WorkFolder folder) {
        return ConnectionMethod.punix(folder.file("db.sock"));
    }

    /** The connection method by which a client on this machine reaches it. */
    static String remote(Listener listener) {
        ConnectionMethod.Passive method = listener.method();
        if (method instanceof ConnectionMethod.PassiveUnix unix) return "unix:" + unix.path();
        ConnectionMethod.Active active = method.isTls()
                ? ConnectionMethod.ssl(host(method), listener.port())
                : ConnectionMethod.tcp(host(method), listener.port());
        return active.toString();
    }

    private static String host(ConnectionMethod.Passive method) {
        if (method instanceof ConnectionMethod.PassiveTcp tcp)
            return tcp.bindHost().orElse(LOOPBACK);
        if (method instanceof ConnectionMethod.PassiveSsl ssl)
            return ssl.bindHost().orElse(LOOPBACK);
        throw new IllegalArgumentException(method + " has no host");
    }
}
