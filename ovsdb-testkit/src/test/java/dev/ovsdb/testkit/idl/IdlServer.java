package dev.ovsdb.testkit.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.WorkFolder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server with one database, of either kind, and replicas of it. */
final class IdlServer implements AutoCloseable {
    static final String SCHEMA = """
            {"name": "Stock", "version": "1.0.0", "tables": {
              "Item": {"isRoot": true, "indexes": [["name"]], "columns": {
                "name": {"type": "string"},
                "count": {"type": {"key": {"type": "integer", "maxInteger": 1000000}}},
                "tags": {"type": {"key": "string", "min": 0, "max": "unlimited"}},
                "ids": {"type": {"key": "string", "value": "string", "min": 0, "max": "unlimited"}},
                "spare": {"type": {"key": "integer", "min": 0}},
                "weights": {"type": {"key": {"type": "uuid", "refTable": "Part"}, "value": "real", "min": 0, "max": "unlimited"}},
                "slots": {"type": {"key": "integer", "value": {"type": "uuid", "refTable": "Part"}, "min": 0, "max": "unlimited"}},
                "part": {"type": {"key": {"type": "uuid", "refTable": "Part"}, "min": 0, "max": 1}}}},
              "Part": {"columns": {
                "label": {"type": "string"},
                "size": {"type": "real"}}},
              "Writer": {"isRoot": true, "columns": {
                "tag": {"type": "string"}}}}}
            """;
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String remote;
    private final Runnable end;

    private IdlServer(String remote, Runnable end) {
        this.remote = remote;
        this.end = end;
    }

    static IdlServer ours() {
        WorkFolder folder = WorkFolder.create();
        DatabaseHandler handler =
                DatabaseHandler.builder().database(DatabaseSchema.parse(SCHEMA)).build();
        OvsdbServer server = OvsdbServer.builder()
                .handler(handler)
                .listen("punix:" + folder.file("sock"))
                .startBlocking();
        return new IdlServer("unix:" + folder.file("sock"), () -> {
            server.close();
            handler.close();
            folder.close();
        });
    }

    static IdlServer reference() {
        ReferenceServer server = ReferenceServer.builder().schema(SCHEMA).unix().start();
        return new IdlServer(server.remote("unix"), server::close);
    }

    String remote() {
        return remote;
    }

    Idl replica() {
        return replica(remote);
    }

    /** One that takes in what arrives only when it is run, with its first contents. */
    Idl manualReplica() {
        Idl idl = Idl.of(Interest.everything("Stock")).manual().connect(quick().remotes(remote));
        assertThat(idl.await(replica -> true, PATIENCE))
                .as("contents from " + remote)
                .isTrue();
        return idl;
    }

    static Idl replica(String remote) {
        Idl idl = Idl.of(Interest.everything("Stock")).connect(quick().remotes(remote));
        try {
            idl.live().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no contents from " + remote, e);
        }
        return idl;
    }

    BlockingOvsdbClient client() {
        return quick().remotes(remote).connectBlocking();
    }

    private static OvsdbClientBuilder quick() {
        return OvsdbClient.builder()
                .connectTimeout(Duration.ofSeconds(2))
                .backoff(
                        BackoffOptions.defaults().withMin(Duration.ofMillis(10)).withMax(Duration.ofMillis(100)));
    }

    @Override
    public void close() {
        end.run();
    }
}
