package dev.ovsdb.testkit.differential;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.testkit.WorkFolder;

/** This project's server in this process, with the database in memory. */
final class EmbeddedSubject implements Subject {
    private final WorkFolder folder = WorkFolder.create();
    private final DatabaseHandler handler;
    private final OvsdbServer server;

    EmbeddedSubject(String schema) {
        handler =
                DatabaseHandler.builder().database(DatabaseSchema.parse(schema)).build();
        server = OvsdbServer.builder()
                .handler(handler)
                .listen("punix:" + folder.file("sock"))
                .startBlocking();
    }

    @Override
    public String remote() {
        return "unix:" + folder.file("sock");
    }

    @Override
    public void close() {
        try (folder;
                handler) {
            server.close();
        }
    }
}
