package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.pki.ReferencePki;
import org.jspecify.annotations.Nullable;

/** Says between whom a {@link Recorder} stands. For one thread. */
public final class RecorderBuilder {
    private final ConnectionMethod.Active server;
    private ConnectionMethod.@Nullable Passive place;
    private @Nullable ReferencePki pki;

    RecorderBuilder(ConnectionMethod.Active server) {
        this.server = server;
    }

    /**
     * Speaks TLS: to clients as the server of this PKI, to a server at {@code ssl:} as its client. What is recorded is what they say within.
     */
    public RecorderBuilder pki(ReferencePki certificates) {
        pki = certificates;
        return this;
    }

    /** Where clients come to, such as {@code pssl:0:127.0.0.1}; by default a place of the server's kind. */
    public RecorderBuilder listen(String passiveMethod) {
        place = ConnectionMethod.Passive.parse(passiveMethod);
        return this;
    }

    /**
     * Begins to record.
     *
     * @throws IllegalStateException if a side speaks TLS and there are no certificates
     */
    public Recorder start() {
        boolean tls = server.isTls() || (place != null && place.isTls());
        if (tls && pki == null) throw new IllegalStateException("TLS without certificates: say pki(...)");
        return new Recorder(this);
    }

    ConnectionMethod.Active server() {
        return server;
    }

    ConnectionMethod.Passive place(WorkFolder folder) {
        return place == null ? Places.like(server, folder) : place;
    }

    ConnectOptions connectOptions() {
        return pki == null
                ? ConnectOptions.defaults()
                : ConnectOptions.defaults().withTls(pki.clientTls());
    }

    ListenOptions listenOptions() {
        return pki == null ? ListenOptions.defaults() : ListenOptions.defaults().withTls(pki.serverTls());
    }
}
