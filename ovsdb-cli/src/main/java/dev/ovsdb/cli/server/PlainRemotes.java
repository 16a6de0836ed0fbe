package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethodException;
import dev.ovsdb.jsonrpc.tls.TlsException;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.Remote;
import dev.ovsdb.server.RemoteOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** The connection methods of the command line and the control socket. Thread-safe. */
final class PlainRemotes implements ServerRemotes {
    private final OvsdbServer server;
    private final TlsChoice tls;
    private final Console console;
    private final Vlog log;
    private final Map<String, Optional<Remote>> remotes = new LinkedHashMap<>(); // Guarded by this.

    PlainRemotes(OvsdbServer server, TlsChoice tls, Console console, Vlog log) {
        this.server = server;
        this.tls = tls;
        this.console = console;
        this.log = log;
    }

    @Override
    public synchronized void add(String remote) {
        if (remote.startsWith("db:")) {
            throw new CommandException("no db: yet");
        }
        if (!remotes.containsKey(remote)) {
            remotes.put(remote, open(remote));
        }
    }

    private Optional<Remote> open(String remote) {
        try {
            ConnectionMethod method = inRunDirectory(ConnectionMethod.parse(remote));
            RemoteOptions.Builder options = RemoteOptions.builder(method).name(remote);
            if (method.isTls()) {
                options.tls(tls());
            }
            Remote added = server.addRemote(options.build());
            try {
                added.firstAttempt().join();
            } catch (CompletionException e) {
                log.error("ovsdb_jsonrpc_server", remote + ": listen failed: " + ListenFailures.describe(e));
            }
            return Optional.of(added);
        } catch (ConnectionMethodException e) {
            log.info("reconnect", remote + ": connecting...");
            log.info("reconnect", remote + ": connection attempt failed (Address family not supported by protocol)");
            return Optional.empty();
        } catch (TlsException e) {
            log.error("stream_ssl", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private TlsOptions tls() {
        TlsOptions.Builder builder = TlsOptions.builder().verifyHostName(false);
        tls.privateKey().map(Path::of).ifPresent(builder::privateKey);
        tls.certificate().map(Path::of).ifPresent(builder::certificate);
        tls.caCertificate()
                .map(Path::of)
                .ifPresent(tls.bootstrap() ? builder::bootstrapCaCertificate : builder::caCertificate);
        tls.peerCaCertificate().map(Path::of).ifPresent(builder::peerCaCertificate);
        tls.protocols().ifPresent(builder::protocols);
        tls.ciphers().ifPresent(builder::ciphers);
        return builder.build();
    }

    private ConnectionMethod inRunDirectory(ConnectionMethod method) {
        if (method instanceof ConnectionMethod.Unix unix) {
            return ConnectionMethod.unix(console.runDirectory().resolve(unix.path()));
        } else if (method instanceof ConnectionMethod.PassiveUnix unix) {
            return ConnectionMethod.punix(console.runDirectory().resolve(unix.path()));
        }
        return method;
    }

    @Override
    public synchronized boolean remove(String remote) {
        Optional<Remote> removed = remotes.remove(remote);
        if (removed == null) {
            return false;
        }
        removed.ifPresent(Remote::remove);
        return true;
    }

    @Override
    public synchronized List<String> list() {
        return List.copyOf(remotes.keySet());
    }

    @Override
    public void reconnect(String reason) {
        server.sessions().forEach(session -> session.close(reason));
    }

    @Override
    public int sessions() {
        return server.sessions().size();
    }

    @Override
    public void close() {}
}
