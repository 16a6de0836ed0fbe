package dev.ovsdb.cli.unixctl;

import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import java.nio.file.Path;

/** The Unix socket at which a program takes commands while it runs. */
public final class ControlSocket implements AutoCloseable {
    private final Listener listener;

    private ControlSocket(Listener listener) {
        this.listener = listener;
    }

    /**
     * Opens it; blocks until it listens.
     *
     * @throws java.util.concurrent.CompletionException if it cannot
     */
    public static ControlSocket open(Path path, ControlCommands commands, NettyTransports transports, Vlog log) {
        ConnectionMethod.Passive method = ConnectionMethod.punix(path.toAbsolutePath());
        Listener listener = transports
                .listen(
                        method,
                        ListenOptions.defaults(),
                        transport -> JsonRpcConnection.open(
                                transport, ConnectionOptions.defaults(), new ControlSession(commands, log)))
                .join();
        return new ControlSocket(listener);
    }

    @Override
    public void close() {
        listener.close();
    }
}
