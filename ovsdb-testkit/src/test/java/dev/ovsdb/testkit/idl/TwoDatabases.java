package dev.ovsdb.testkit.idl;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.WorkFolder;
import java.time.Duration;

/** A server with the databases {@code Sample} and {@code Other}, of which there is one that is ours and one that is not. */
interface TwoDatabases extends AutoCloseable {
    String SAMPLE = """
            {"name": "Sample", "version": "1.0.0", "tables": {
              "Item": {"isRoot": true, "indexes": [["name"]], "columns": {
                "name": {"type": "string"},
                "size": {"type": {"key": "real", "min": 0}},
                "parts": {"type": {"key": {"type": "uuid", "refTable": "Part"}, "min": 0, "max": "unlimited"}}}},
              "Part": {"columns": {"label": {"type": "string"}}}}}
            """;
    String OTHER = """
            {"name": "Other", "version": "1.0.0", "tables": {
              "Note": {"isRoot": true, "columns": {"text": {"type": "string"}}}}}
            """;

    String remote();

    /** Whether the server knows after a reconnect what a session has missed. */
    boolean remembers();

    @Override
    void close();

    default OvsdbClientBuilder session() {
        return OvsdbClient.builder()
                .remotes(remote())
                .backoff(
                        BackoffOptions.defaults().withMin(Duration.ofMillis(20)).withMax(Duration.ofMillis(200)));
    }

    /** Somebody else, who writes. */
    default BlockingOvsdbClient writer() {
        return session().connectBlocking();
    }

    /** Which server it is. */
    enum Kind {
        OURS {
            @Override
            TwoDatabases start() {
                return new Ours();
            }
        },
        REFERENCE {
            @Override
            TwoDatabases start() {
                return new Reference();
            }
        };

        abstract TwoDatabases start();
    }

    /** This project's server, in this process. */
    final class Ours implements TwoDatabases {
        private final WorkFolder folder = WorkFolder.create();
        private final DatabaseHandler handler = DatabaseHandler.builder()
                .database(DatabaseSchema.parse(SAMPLE))
                .database(DatabaseSchema.parse(OTHER))
                .build();
        private final OvsdbServer server =
                OvsdbServer.builder().handler(handler).listen(remotePassive()).startBlocking();

        private String remotePassive() {
            return "p" + remote();
        }

        @Override
        public String remote() {
            return "unix:" + folder.file("sock");
        }

        @Override
        public boolean remembers() {
            return true;
        }

        @Override
        public void close() {
            try (folder;
                    handler) {
                server.close();
            }
        }
    }

    /** A process of the reference's. */
    final class Reference implements TwoDatabases {
        private final ReferenceServer server =
                ReferenceServer.builder().schema(SAMPLE).schema(OTHER).unix().start();

        ReferenceServer server() {
            return server;
        }

        @Override
        public String remote() {
            return server.remote("unix");
        }

        @Override
        public boolean remembers() {
            return false; // Of databases that are not clustered.
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
