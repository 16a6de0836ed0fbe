package dev.ovsdb.server.engine;

import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.ManualLoops;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.OvsdbServerBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A server with the engine, its clients, its loops and its time, all on the test's own thread. */
final class Bench {
    static final String SCHEMA = "{'name':'A','version':'1.0.0','tables':{"
            + "'T':{'columns':{'n':{'type':'integer'},'s':{'type':{'key':'string','min':0,'max':'unlimited'}}}},"
            + "'U':{'columns':{'n':{'type':'integer'},'e':{'type':'integer','ephemeral':true}}}}}";

    final ManualLoops loops = new ManualLoops();
    final ScriptedStorage storage = new ScriptedStorage(schema("A"));
    final List<Runnable> reading = new ArrayList<>();
    final DatabaseHandler handler;
    final OvsdbServer server;

    Bench() {
        this(DatabaseHandler.builder());
    }

    Bench(DatabaseHandlerBuilder builder) {
        this(builder, UnaryOperator.identity());
    }

    Bench(DatabaseHandlerBuilder builder, UnaryOperator<OvsdbServerBuilder> options) {
        handler = builder.database(storage, List.of())
                .clock(loops.loop.clock())
                .ids(IdSource.seeded(1))
                .home(loops.loop)
                .readers(reading::add)
                .build();
        loops.loop.run();
        CompletableFuture<OvsdbServer> started = options.apply(OvsdbServer.builder())
                .handler(handler)
                .connector(loops)
                .listen("ptcp:6640", "punix:socket")
                .start();
        loops.loop.run();
        server = started.join();
    }

    static DatabaseSchema schema(String name) {
        return DatabaseSchema.parse(Json.text(SCHEMA.replace("'A'", "'" + name + "'")));
    }

    /** A client, connected. */
    Client client() {
        return new Client(loops.connectTo("ptcp:6640"));
    }

    /** A client at the Unix socket, which nobody probes. */
    Client unprobedClient() {
        return new Client(loops.connectTo("punix:socket"));
    }

    /** Runs everything that is due, work of the readers too. */
    void run() {
        loops.loop.run();
        while (!reading.isEmpty()) {
            reading.remove(0).run();
            loops.loop.run();
        }
    }

    /** A client of the server. */
    final class Client {
        final ScriptedPeer peer;
        private int seen;

        Client(ScriptedPeer peer) {
            this.peer = peer;
        }

        /** Asks, and lets everything happen. */
        Client ask(int id, String method, String params) {
            send(request(id, method, params));
            return this;
        }

        /** Sends requests in one piece, and lets everything happen. */
        Client send(String... messages) {
            peer.send(String.join("", messages));
            run();
            return this;
        }

        /** What came since this was last asked, each message in short. */
        List<String> news() {
            List<Message> all = peer.received();
            List<String> news = all.subList(seen, all.size()).stream()
                    .filter(message -> !"echo".equals(message.method())) // The server's probe.
                    .map(Bench::brief)
                    .toList();
            seen = all.size();
            return news;
        }
    }

    static String request(int id, String method, String params) {
        return "{'id':" + id + ",'method':'" + method + "','params':" + params + "}";
    }

    static String transact(int id, String operations) {
        return request(id, "transact", "['A'," + operations + "]");
    }

    static String insert(int n) {
        return "{'op':'insert','table':'T','uuid':'00000000-0000-0000-0000-00000000000" + n + "','row':{'n':" + n
                + "}}";
    }

    static String select() {
        return "{'op':'select','table':'T','where':[],'columns':['n']}";
    }

    /** Waits until a row with this value is there. */
    static String waitFor(int n) {
        return "{'op':'wait','table':'T','where':[['n','=='," + n + "]],'columns':['n'],'until':'==','rows':[{'n':" + n
                + "}]}";
    }

    private static String brief(Message message) {
        String body =
                message.requireBody().toString().replace('"', '\'').replace("00000000-0000-0000-0000-00000000000", "#");
        return switch (message.kind()) {
            case REPLY -> message.id() + ": " + body;
            case ERROR_REPLY -> message.id() + " failed: " + body;
            default -> message.method() + " " + body;
        };
    }
}
