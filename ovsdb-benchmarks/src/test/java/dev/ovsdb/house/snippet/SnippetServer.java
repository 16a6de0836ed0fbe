package dev.ovsdb.house.snippet;

import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.testkit.Peers;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import java.util.Optional;

/** The server that an example has. */
record SnippetServer(String remote, Runnable end) implements AutoCloseable {
    /**
     * The reference's.
     *
     * @param schema of the page; that of Open vSwitch, if there is none
     * @param dialOut what the server connects to by itself, if it does
     */
    static SnippetServer reference(Optional<PageSchema> schema, Optional<String> dialOut) {
        Peers.require("ovsdb-server", "ovsdb-tool");
        ReferenceServerBuilder builder = ReferenceServer.builder().tcp();
        schema.ifPresentOrElse(own -> builder.schema(own.text()), () -> builder.installedSchema("vswitch.ovsschema"));
        dialOut.ifPresent(builder::dialOut);
        ReferenceServer server = builder.start();
        return new SnippetServer(server.remote("tcp"), server::close);
    }

    /** Ours, in this process, for which nothing needs to be installed. */
    static SnippetServer ours(PageSchema schema) {
        DatabaseHandler handler =
                DatabaseHandler.builder().database(schema.schema()).build();
        OvsdbServer server = OvsdbServer.builder()
                .handler(handler)
                .listen("ptcp:0:127.0.0.1")
                .startBlocking();
        String remote = server.methods().get(0).toString().replaceFirst("ptcp:(\\d+):(.*)", "tcp:$2:$1");
        return new SnippetServer(remote, () -> {
            server.close();
            handler.close();
        });
    }

    @Override
    public void close() {
        end.run();
    }
}
