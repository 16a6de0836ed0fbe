package dev.ovsdb.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Connector;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Replicas, the servers that they meet, and a loop that the test turns by hand. No port, no thread, no sleep. */
final class Scene implements AutoCloseable {
    static final String SCHEMA = schema("'name':{'type':'string'},'n':{'type':'integer'}", "'x':{'type':'integer'}");
    static final Interest ALL = Interest.everything("db");
    static final Duration AWHILE = Duration.ofSeconds(10);

    final ManualEventLoop loop = new ManualEventLoop();
    final Executor later = loop; // Tells listeners in a turn of their own.
    private final Deque<ScriptedPeer> reachable = new ArrayDeque<>();
    private final List<Idl> idls = new ArrayList<>();
    private final List<OvsdbClient> clients = new ArrayList<>();
    private final Connector connector = new OneByOne();

    /** A schema of tables T, with these columns, and U. */
    static String schema(String ofT, String ofU) {
        return "{'name':'db','version':'1.0.0','tables':{'T':{'columns':{" + ofT + "}},'U':{'columns':{" + ofU + "}}}}";
    }

    static UUID row(int number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L + number);
    }

    /** A row of table T as first contents have it. */
    static String initial(int number, String name) {
        return "'" + row(number) + "':{'initial':{'name':'" + name + "'}}";
    }

    /** The answer to {@code monitor_cond_since} with these rows of table T. */
    static String contents(String... rows) {
        return "[false,'" + row(999) + "',{'T':{" + String.join(",", rows) + "}}]";
    }

    /** A server with one database, whose contents are still to be scripted; the next dial reaches it. */
    ScriptedPeer server(String schema) {
        ScriptedPeer peer = serverWithoutMonitors(schema);
        peer.on("monitor").reply("{}"); // Of no table: by it the session hears of conversions.
        return peer;
    }

    /** As {@link #server(String)}; the answers to all three methods of monitors are still to be scripted. */
    ScriptedPeer serverWithoutMonitors(String schema) {
        ScriptedPeer peer = new ScriptedPeer(loop);
        peer.on("set_db_change_aware").reply("{}");
        peer.on("get_server_id").reply("'11111111-1111-4111-8111-111111111111'");
        peer.on("get_schema").reply(schema);
        peer.on("monitor_cancel").reply("{}");
        peer.on("monitor_cond_change").reply("{}");
        reachable.add(peer);
        return peer;
    }

    ScriptedPeer server() {
        return server(SCHEMA);
    }

    OvsdbClientBuilder session() {
        return OvsdbClient.builder()
                .remotes("tcp:192.0.2.1:6640")
                .connector(connector)
                .backoff(BackoffOptions.defaults().withJitter(0))
                .ids(IdSource.seeded(1));
    }

    OvsdbClient client() {
        OvsdbClient client = session().start();
        clients.add(client);
        return client;
    }

    /** A replica that has done what it can without time passing. */
    LiveIdl idl(IdlBuilder builder) {
        LiveIdl idl = (LiveIdl) builder.clock(loop.clock()).connect(session());
        idls.add(idl);
        loop.run();
        return idl;
    }

    LiveIdl on(OvsdbClient client, IdlBuilder builder) {
        LiveIdl idl = (LiveIdl) builder.clock(loop.clock()).on(client);
        idls.add(idl);
        loop.run();
        return idl;
    }

    LiveIdl idl() {
        return idl(Idl.of(ALL));
    }

    /** Lets the server tell what happened to rows of a table. */
    void update(ScriptedPeer server, String table, String... rows) {
        server.notify(
                "update3",
                "[" + monitorId(server) + ",'" + row(998) + "',{'" + table + "':{" + String.join(",", rows) + "}}]");
        loop.run();
    }

    static String insert(int number, String name) {
        return "'" + row(number) + "':{'insert':{'name':'" + name + "'}}";
    }

    static String rename(int number, String name) {
        return "'" + row(number) + "':{'modify':{'name':'" + name + "'}}";
    }

    static String delete(int number) {
        return "'" + row(number) + "':{'delete':null}";
    }

    /** The id of the monitor that was asked for last. */
    static String monitorId(ScriptedPeer server) {
        List<Message> asked = server.received("monitor_cond_since");
        return ((JsonArray) asked.get(asked.size() - 1).requireBody().toValue())
                .elements()
                .get(1)
                .toString();
    }

    /** The parameters of every request of a method, as text with single quotes. */
    static List<String> params(ScriptedPeer peer, String method) {
        return peer.received(method).stream()
                .map(Message::requireBody)
                .map(body -> body.toValue().toString().replace('"', '\''))
                .toList();
    }

    static List<String> names(Replica replica) {
        return replica.table("T").stream()
                .map(row -> row.get("name").toString().replace("\"", ""))
                .sorted()
                .toList();
    }

    /** What changes tell, in one line. */
    static String line(Changes changes) {
        List<String> rows = changes.rows().stream()
                .map(change -> change.kind() + " " + change.table()
                        + change.old().map(old -> " " + old.values()).orElse("") + " "
                        + change.row().values()
                        + (change.columns().isEmpty() ? "" : " " + change.columns()))
                .sorted()
                .toList();
        return changes.kind() + " " + rows;
    }

    static Throwable failure(CompletableFuture<?> future) {
        assertThat(future).as("has failed").isCompletedExceptionally();
        @Nullable Throwable failure = future.handle((value, cause) -> cause).join();
        return failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    }

    /** Nothing may be left: no pin, no timer, no session that has not ended. */
    @Override
    public void close() {
        idls.forEach(Idl::close);
        clients.forEach(OvsdbClient::close);
        loop.advance(Duration.ofMinutes(10));
        for (Idl idl : idls) {
            assertThat(idl.stopped()).as("is over").isDone();
            assertThat(((LiveIdl) idl).store().pinned()).as("held versions").isZero();
        }
        assertThat(loop.timers()).as("timers").isZero();
    }

    private final class OneByOne implements Connector {
        @Override
        public EventLoop eventLoop() {
            return loop;
        }

        @Override
        public CompletableFuture<Transport> connect(
                ConnectionMethod.Active method, ConnectOptions options, EventLoop where) {
            return reachable.isEmpty()
                    ? CompletableFuture.failedFuture(
                            new ConnectFailedException(ConnectFailedException.Kind.REFUSED, "refused", null))
                    : CompletableFuture.completedFuture(reachable.remove().transport());
        }
    }
}
