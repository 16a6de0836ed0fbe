package dev.ovsdb.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.file.FileStorage;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.WorkFolder;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The reference and our server, each with a file of the same database. */
final class TwoServers implements AutoCloseable {
    private final WorkFolder folder = WorkFolder.create();
    private final ReferenceServer reference;
    private final DatabaseHandler handler;
    private final OvsdbServer ours;

    TwoServers(String schema) {
        reference = ReferenceServer.builder().schema(schema).unix().start();
        handler = DatabaseHandler.builder()
                .database(FileStorage.of(folder.copy(reference.databaseFile(), "ours.db")))
                .build();
        ours = OvsdbServer.builder()
                .handler(handler)
                .listen("punix:" + folder.file("sock"))
                .startBlocking();
    }

    /** Has the same conversation with both, and wants to hear the same. */
    void same(Consumer<Conversation> script) {
        same(script, heard -> heard);
    }

    /** @param masking takes out what they need not have in common */
    void same(Consumer<Conversation> script, UnaryOperator<String> masking) {
        String expected = hear(reference.remote("unix"), script);
        String actual = hear("unix:" + folder.file("sock"), script);
        assertThat(masking.apply(actual)).isEqualTo(masking.apply(expected));
    }

    /** Ends our server, and has this conversation with a reference server on its file and with the reference. */
    void sameOfOurFile(Consumer<Conversation> script) {
        ours.close();
        handler.close();
        Path file = folder.file("ours.db");
        try (ReferenceServer other =
                ReferenceServer.builder().database(file).unix().start()) {
            assertThat(hear(other.remote("unix"), script)).isEqualTo(hear(reference.remote("unix"), script));
        }
    }

    private static String hear(String remote, Consumer<Conversation> script) {
        try (Conversation conversation = new Conversation(remote)) {
            script.accept(conversation);
            return conversation.heard();
        }
    }

    @Override
    public void close() {
        try (folder;
                reference;
                handler) {
            ours.close();
        }
    }
}
