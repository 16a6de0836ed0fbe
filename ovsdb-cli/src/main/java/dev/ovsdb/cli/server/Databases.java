package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.server.engine.Database;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.file.FileStorage;
import dev.ovsdb.server.file.LogException;
import dev.ovsdb.server.file.LogFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The databases that are served, and the files they are in. Thread-safe. */
final class Databases {
    /** The database that the server keeps about itself. */
    static final String SERVER = "_Server";

    private final DatabaseHandler handler;
    private final Path folder;
    private final boolean differences;
    private final Map<String, Path> files =
            new LinkedHashMap<>(); // Guarded by this: while a file is opened nobody else may.

    /**
     * @param folder what relative names are taken from
     * @param differences whether files get differences of columns
     */
    Databases(DatabaseHandler handler, Path folder, boolean differences) {
        this.handler = handler;
        this.folder = folder;
        this.differences = differences;
    }

    DatabaseHandler handler() {
        return handler;
    }

    /**
     * Opens a file and serves what is in it. Blocks while it is read.
     *
     * @throws CommandException if that cannot be, in the reference's words
     */
    synchronized void open(String file) {
        Path path = folder.resolve(file).normalize();
        // Opening it a second time would make this process lose its lock on it.
        if (files.containsValue(path)) {
            throw new CommandException("ovsdb error: " + file + ": already open");
        }
        FileStorage storage = FileStorage.builder(path).differences(differences).build();
        try {
            files.put(handler.addDatabase(storage).name(), path);
        } catch (LogException e) {
            throw new CommandException(e.describe().replace(path.toString(), file), e);
        } catch (IllegalArgumentException e) {
            String name = LogFile.at(path).schema().name();
            throw new CommandException("ovsdb error: " + name + ": duplicate database name", e);
        }
    }

    /** Serves it no more; completes with false if there was none of that name. */
    synchronized CompletableFuture<Boolean> remove(String name) {
        return handler.removeDatabase(name).thenApply(there -> {
            forget(name);
            return there;
        });
    }

    private synchronized void forget(String name) {
        files.remove(name);
    }

    /** The names of all, sorted. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        handler.databases().forEach(database -> names.add(database.name()));
        names.add(SERVER);
        names.sort(null);
        return names;
    }

    /** The files, in the order in which they were added. */
    synchronized List<String> files() {
        return files.values().stream().map(Path::toString).toList();
    }

    /** Those in files, in the order of their names. */
    List<Database> inFiles() {
        return handler.databases();
    }
}
