package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.SystemErrors;
import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.Remote;
import dev.ovsdb.server.RemoteOptions;
import dev.ovsdb.server.remote.ConfiguredRemotes;
import java.util.concurrent.CompletionException;

/** Opens the remotes of a server that starts, and waits until each is listened at or has failed once. */
final class RemoteStart {
    private final Console console;
    private final Vlog log;

    RemoteStart(Console console, Vlog log) {
        this.console = console;
        this.log = log;
    }

    /** @throws CommandException if a remote or a TLS file names a column that there is not, in the reference's words */
    ConfiguredRemotes open(OvsdbServer server, Databases databases, ServerOptions options) {
        ConfiguredRemotes remotes = new ConfiguredRemotes(server, databases.handler()::database, this::read);
        boolean opened = false;
        try {
            remotes.tls(options.tls()); // First, since a TLS remote that is added without cannot listen.
            options.remotes().forEach(remotes::add);
            opened = true;
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage() + "\n", e);
        } finally {
            if (!opened) {
                remotes.close();
            }
        }
        server.remotes().forEach(this::await);
        return remotes;
    }

    private void await(Remote remote) {
        try {
            remote.firstAttempt().join();
            tellPort(remote);
        } catch (CompletionException e) {
            log.error("ovsdb_jsonrpc_server", remote.options() + ": listen failed: " + SystemErrors.describe(e));
        }
    }

    /** Where the system chose the port, this line is how users learn it. */
    private void tellPort(Remote remote) {
        if (remote.options().method() instanceof ConnectionMethod.PassiveTcp wanted && wanted.port() == 0
                || remote.options().method() instanceof ConnectionMethod.PassiveSsl tls && tls.port() == 0) {
            String place = remote.options().toString().replaceFirst("^p(tcp|ssl):", "");
            remote.status().port().ifPresent(port -> log.info("socket_util", place + ": listening on port " + port));
        }
    }

    private RemoteOptions read(String target) {
        return RemoteOptions.builder(console.inRunDirectory(ConnectionMethod.parse(target)))
                .name(target)
                .build();
    }
}
