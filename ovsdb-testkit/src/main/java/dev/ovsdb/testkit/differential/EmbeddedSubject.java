package dev.ovsdb.testkit.differential;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.file.FileStorage;
import dev.ovsdb.server.file.LogFile;
import dev.ovsdb.testkit.WorkFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** This project's server in this process, with the database in memory or in a file. */
final class EmbeddedSubject implements Subject {
    private final WorkFolder folder;
    private final @Nullable Path file;
    private final DatabaseHandler handler;
    private final OvsdbServer server;

    private EmbeddedSubject(WorkFolder folder, @Nullable Path file, DatabaseHandler handler) {
        this.folder = folder;
        this.file = file;
        this.handler = handler;
        server = OvsdbServer.builder()
                .handler(handler)
                .listen("punix:" + folder.file("sock"))
                .startBlocking();
    }

    static Subject inMemory(String schema) {
        var handler =
                DatabaseHandler.builder().database(DatabaseSchema.parse(schema)).build();
        return new EmbeddedSubject(WorkFolder.create(), null, handler);
    }

    static Subject inFile(String schema) {
        WorkFolder folder = WorkFolder.create();
        Path file = folder.file("db");
        LogFile.at(file).create(DatabaseSchema.parse(schema));
        return serving(folder, file);
    }

    /** Serves what the file holds at present, from a copy. */
    static Subject ofCopy(Path original) {
        WorkFolder folder = WorkFolder.create();
        return serving(folder, folder.copy(original, "db"));
    }

    private static Subject serving(WorkFolder folder, Path file) {
        var handler = DatabaseHandler.builder().database(FileStorage.of(file)).build();
        return new EmbeddedSubject(folder, file, handler);
    }

    @Override
    public String remote() {
        return "unix:" + folder.file("sock");
    }

    @Override
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    @Override
    public void close() {
        try (folder;
                handler) {
            server.close();
        }
    }
}
