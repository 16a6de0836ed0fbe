package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.tls.TlsFiles;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethodException;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.tls.TlsException;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Opens connections, or awaits one. Confined to the program's thread. */
final class Dialer implements AutoCloseable {
    /** As good as none: the system ends an attempt earlier, and {@code --timeout} the program. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Console console;
    private final TlsFiles tls;
    private final NettyTransports transports =
            NettyTransports.builder().threads(1).build();

    Dialer(Console console, TlsFiles tls) {
        this.console = console;
        this.tls = tls;
    }

    /** @throws CommandException if it cannot be had, in the reference's words */
    Session open(String server) {
        ConnectionMethod method = method(server);
        if (method.isTls() && !tls.areComplete()) {
            throw failed("connect", server, Errno.NO_PROTOCOL);
        }
        return method instanceof ConnectionMethod.Active active
                ? connect(server, active)
                : await(server, (ConnectionMethod.Passive) method);
    }

    private Session connect(String server, ConnectionMethod.Active method) {
        try {
            return Session.over(server, tryConnect(method), console);
        } catch (ConnectFailure e) {
            boolean unusable = e.reason().equals(Errno.NO_ADDRESS_FAMILY);
            throw failed(unusable ? "connect or listen" : "connect", server, e.reason());
        }
    }

    /** One attempt; for those who try again. As with the reference a Unix socket is not probed. */
    Session attempt(String server) throws ConnectFailure {
        try {
            ConnectionMethod.Active method =
                    (ConnectionMethod.Active) console.inRunDirectory(ConnectionMethod.Active.parse(server));
            Transport transport = tryConnect(method);
            return method.isUnix()
                    ? Session.over(server, transport, console)
                    : Session.probing(server, transport, console);
        } catch (ConnectionMethodException e) {
            throw new ConnectFailure(Errno.NO_ADDRESS_FAMILY, e);
        }
    }

    private Transport tryConnect(ConnectionMethod.Active method) throws ConnectFailure {
        try {
            ConnectOptions options = ConnectOptions.defaults().withTimeout(PATIENCE);
            return Waiting.on(transports.connect(method, method.isTls() ? options.withTls(tls.options()) : options));
        } catch (Waiting.Failed e) {
            throw new ConnectFailure(Errno.ofConnect(e.reason()), e.reason());
        } catch (TlsException e) {
            throw new ConnectFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private Session await(String server, ConnectionMethod.Passive method) {
        CompletableFuture<Transport> peer = new CompletableFuture<>();
        ListenOptions options = ListenOptions.defaults();
        try (Listener listener = Waiting.on(
                transports.listen(method, method.isTls() ? options.withTls(tls.options()) : options, transport -> {
                    if (!peer.complete(transport)) {
                        transport.close();
                    }
                }))) {
            if (listener.port() > 0) {
                console.log().info("socket_util", server + ": listening on port " + listener.port());
            }
            console.log().info("ovsdb_client", server + ": waiting for connection...");
            return Session.over(server, Waiting.on(peer), console);
        } catch (Waiting.Failed e) {
            throw failed("connect or listen", server, Errno.ofConnect(e.reason()));
        } catch (TlsException e) {
            throw failed("connect or listen", server, String.valueOf(e.getMessage()));
        }
    }

    private ConnectionMethod method(String server) {
        try {
            return console.inRunDirectory(ConnectionMethod.parse(server));
        } catch (ConnectionMethodException e) {
            throw failed("connect or listen", server, Errno.NO_ADDRESS_FAMILY);
        }
    }

    private static CommandException failed(String what, String server, String reason) {
        return new CommandException("failed to " + what + " to \"" + server + "\" (" + reason + ")");
    }

    @Override
    public void close() {
        transports.close();
    }

    /** An attempt to connect failed; the message is the system's. */
    static final class ConnectFailure extends Exception {
        private static final long serialVersionUID = 1L;

        ConnectFailure(String reason, Throwable cause) {
            super(reason, cause);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
