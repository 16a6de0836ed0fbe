package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.monitor.MonitorChange;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A client, the peers that it meets, and a loop that the test turns by hand. No port, no thread, no sleep. */
final class Scene implements AutoCloseable {
    static final String SCHEMA = "{'name':'db','version':'1.0.0','tables':{'T':{'columns':{"
            + "'name':{'type':'string'},'real':{'type':'real'},'set':{'type':{'key':'integer','min':0,'max':'unlimited'}}}}}}";

    final ManualEventLoop loop = new ManualEventLoop();
    final ScriptedConnector connector = new ScriptedConnector(loop);
    final List<String> events = new ArrayList<>();
    private final List<OvsdbClient> clients = new ArrayList<>();

    /** A peer that the next dial reaches. */
    ScriptedPeer peer() {
        ScriptedPeer peer = new ScriptedPeer(loop);
        connector.reaches(peer);
        return peer;
    }

    /** A peer that is aware of database changes, has an id, and one database, {@code db}. */
    ScriptedPeer server() {
        ScriptedPeer peer = peer();
        peer.on("set_db_change_aware").reply("{}");
        peer.on("get_server_id").reply("'11111111-1111-4111-8111-111111111111'");
        peer.on("get_schema").reply(SCHEMA);
        peer.on("monitor").reply("{}");
        return peer;
    }

    OvsdbClientBuilder builder() {
        return OvsdbClient.builder()
                .remotes("tcp:192.0.2.1:6640")
                .inOrder()
                .connector(connector)
                .ids(IdSource.seeded(1))
                .listener(new EventLog());
    }

    /** A started client whose session has done what it can without time passing. */
    OvsdbClient start(OvsdbClientBuilder description) {
        return tracked(description.start());
    }

    OvsdbClient start() {
        return start(builder());
    }

    OvsdbClient tracked(OvsdbClient client) {
        clients.add(client);
        loop.run();
        return client;
    }

    /** What a future comes to in this turn of the loop. */
    <T> T get(CompletableFuture<T> future) {
        loop.run();
        assertThat(future).as("has ended").isDone();
        return future.join();
    }

    /** Why a future fails in this turn of the loop. */
    Throwable failure(CompletableFuture<?> future) {
        loop.run();
        assertThat(future).as("has failed").isCompletedExceptionally();
        @Nullable Throwable failure = future.handle((value, cause) -> cause).join();
        return failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    }

    /** The parameters of every request and notification of a method, as text with single quotes. */
    static List<String> params(ScriptedPeer peer, String method) {
        return peer.received(method).stream()
                .map(Message::requireBody)
                .map(body -> body.toValue().toString().replace('"', '\''))
                .toList();
    }

    /** The methods that a peer heard, in order, without those of the negotiation. */
    static List<String> methods(ScriptedPeer peer) {
        return peer.received().stream()
                .map(Message::method)
                .filter(method ->
                        method != null && !method.equals("set_db_change_aware") && !method.equals("get_server_id"))
                .toList();
    }

    static JsonValue json(String text) {
        return JsonValue.parse(text.replace('\'', '"'));
    }

    /** Notes each message of a monitor, and the rest of its life, in {@link #events}. */
    MonitorListener monitorLog(String name) {
        return new MonitorLog(name);
    }

    /** Nothing may be left: no call, no timer, no session that has not ended. */
    @Override
    public void close() {
        clients.forEach(OvsdbClient::close);
        loop.advance(Duration.ofMinutes(10));
        for (OvsdbClient client : clients) {
            assertThat(client.closed()).as("session has ended").isDone();
            assertThat(client.pendingCalls()).as("pending calls").isZero();
            assertThat(client.state()).isEqualTo(SessionState.CLOSED);
        }
        assertThat(loop.timers()).as("timers").isZero();
    }

    private final class EventLog implements SessionListener {
        @Override
        public void onConnected(TransportInfo connection) {
            events.add("connected");
        }

        @Override
        public void onDisconnected(@Nullable Throwable cause) {
            events.add("disconnected");
        }

        @Override
        public void onStateChanged(SessionState from, SessionState to) {
            events.add(to.name());
        }

        @Override
        public void onUntrusted(String remote, dev.ovsdb.jsonrpc.ConnectFailedException cause) {
            events.add("untrusted " + remote);
        }
    }

    private final class MonitorLog implements MonitorListener {
        private final String name;
        private final MonitorListener whole = MonitorListener.of(this::message);

        MonitorLog(String name) {
            this.name = name;
        }

        private void message(MonitorChange change) {
            events.add(name + " " + change.message().kind() + " " + change.updates());
        }

        @Override
        public void onBegin(dev.ovsdb.client.monitor.MonitorMessage message) {
            whole.onBegin(message);
        }

        @Override
        public void onRow(String table, java.util.UUID row, dev.ovsdb.protocol.monitor.RowUpdate update) {
            whole.onRow(table, row, update);
        }

        @Override
        public void onEnd(dev.ovsdb.client.monitor.MonitorMessage message) {
            whole.onEnd(message);
        }

        @Override
        public void onAborted(dev.ovsdb.client.monitor.MonitorMessage message) {
            events.add(name + " aborted " + message.kind());
        }

        @Override
        public void onSuspended(@Nullable Throwable cause) {
            events.add(name + " suspended");
        }

        @Override
        public void onRefused(Throwable cause) {
            events.add(name + " refused");
        }

        @Override
        public void onEnded(@Nullable Throwable cause) {
            events.add(name + " ended"
                    + (cause == null ? "" : " by " + cause.getClass().getSimpleName()));
        }
    }
}
