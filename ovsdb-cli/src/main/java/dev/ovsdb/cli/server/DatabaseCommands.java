package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.unixctl.ControlCommands;
import dev.ovsdb.cli.unixctl.ControlException;
import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.server.engine.Database;
import dev.ovsdb.server.remote.ConfiguredRemotes;
import dev.ovsdb.server.storage.StorageException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The commands about databases. */
final class DatabaseCommands {
    private static final String NOT_FOUND = "Failed to find the database.";

    private final Databases databases;
    private final ConfiguredRemotes remotes;
    private final Executor worker;
    private final Vlog log;
    private final Runnable changed;

    /**
     * @param remotes may name columns of databases that come and go
     * @param worker takes what blocks, one after another
     * @param changed runs when databases were added or removed
     */
    DatabaseCommands(Databases databases, ConfiguredRemotes remotes, Executor worker, Vlog log, Runnable changed) {
        this.changed = changed;
        this.databases = databases;
        this.remotes = remotes;
        this.worker = worker;
        this.log = log;
    }

    void register(ControlCommands commands) {
        commands.addLater("ovsdb-server/add-db", "DB", 1, 1, this::add);
        commands.addLater("ovsdb-server/remove-db", "DB", 1, 1, this::remove);
        commands.add("ovsdb-server/list-dbs", "", this::list);
        commands.addLater("ovsdb-server/compact", "", 0, 1, this::compact);
        commands.add("ovsdb-server/get-db-storage-status", "DB", 1, 1, this::storageStatus);
    }

    private CompletionStage<String> add(List<String> arguments) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        databases.open(arguments.get(0));
                        remotes.refresh();
                        changed.run();
                        return "";
                    } catch (CommandException e) {
                        throw new ControlException(String.valueOf(e.getMessage()));
                    }
                },
                worker);
    }

    private CompletionStage<String> remove(List<String> arguments) {
        String name = arguments.get(0);
        if (name.startsWith("_") && databases.names().contains(name)) {
            throw new ControlException("Cannot remove reserved database.");
        } else if (databases.handler().database(name).isEmpty()) {
            throw new ControlException(NOT_FOUND);
        }
        return databases.remove(name).thenApply(there -> {
            remotes.refresh();
            changed.run();
            return "";
        });
    }

    private String list() {
        return String.join("\n", databases.names());
    }

    private CompletionStage<String> compact(List<String> arguments) {
        if (arguments.isEmpty()) {
            CompletionStage<String> done = CompletableFuture.completedFuture("");
            for (Database database : databases.inFiles()) {
                done = done.thenCompose(before -> compact(database).thenApply(now -> before + now));
            }
            return done;
        } else if (arguments.get(0).equals(Databases.SERVER)) {
            throw new ControlException("cannot compact built-in databases");
        }
        Database named = databases
                .handler()
                .database(arguments.get(0))
                .orElseThrow(() -> new ControlException("no database by that name"));
        return compact(named);
    }

    private CompletionStage<String> compact(Database database) {
        log.info("ovsdb_server", "compacting " + database.name() + " database by user request");
        return database.compact().handle((done, failure) -> {
            if (failure == null) {
                return "";
            }
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new ControlException(String.valueOf(cause.getMessage()));
        });
    }

    private String storageStatus(List<String> arguments) {
        String name = arguments.get(0);
        if (name.equals(Databases.SERVER)) {
            return "status: ok";
        }
        Database database = databases.handler().database(name).orElseThrow(() -> new ControlException(NOT_FOUND));
        return "status: "
                + database.status().broken().map(StorageException::getMessage).orElse("ok");
    }
}
