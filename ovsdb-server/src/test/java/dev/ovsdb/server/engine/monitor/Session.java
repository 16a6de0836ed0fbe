package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database with a hub, and what a client of it would see. Readers' work waits until it is let run. */
final class Session {
    final ModelDatabase database = new ModelDatabase(Samples.SCHEMA);
    final Deque<Runnable> work = new ArrayDeque<>();
    final MonitorHub hub;
    final List<String> seen = new ArrayList<>();

    Session(HubOptions options) {
        this.hub = new MonitorHub(database, options, work::add, Clock.system(), IdSource.seeded(1));
    }

    Session() {
        this(HubOptions.DEFAULTS);
    }

    OpenedMonitor open(MonitorKind kind, String params) {
        OpenCall call = Samples.open(kind, params);
        assertThat(call.refusal(false)).isNull();
        return hub.open(call);
    }

    /** Opens a monitor and takes its whole reply. */
    Monitor monitor(MonitorKind kind, String params) {
        OpenedMonitor opened = open(kind, params);
        seen.add(drain(opened.reply()));
        return opened.monitor();
    }

    String drain(MonitorReply reply) {
        StringBuilder text = new StringBuilder();
        boolean[] ended = {false};
        while (!ended[0]) {
            reply.next(new PieceSink() {
                @Override
                public void piece(List<ByteBuffer> bytes) {
                    text.append(JsonBytes.of(bytes));
                }

                @Override
                public void end() {
                    ended[0] = true;
                }

                @Override
                public void fail(Throwable cause) {
                    throw new AssertionError(cause);
                }
            });
            run();
        }
        reply.close();
        return text.toString();
    }

    void run() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    @Nullable
    JsonValue change(Monitor monitor, String params) {
        ChangeCall call = ChangeCall.read(Samples.bytes(params), id -> id.equals(monitor.id()) ? monitor : null);
        JsonValue refusal = call.refusal(monitor.id().equals(call.oldId()) ? monitor : null, false);
        if (refusal == null) {
            hub.change(monitor, call);
        }
        return refusal;
    }

    void commit() {
        database.commit(hub);
    }

    void publish() {
        database.publish(hub);
    }

    void commitAndPublish() {
        commit();
        publish();
    }

    void pull(Monitor monitor) {
        monitor.pull(database.publishedVersion(), (method, params) -> seen.add(method + " " + params));
    }

    /** What was seen since the last call, with apostrophes for quotation marks. */
    List<String> seen() {
        List<String> texts = seen.stream().map(text -> text.replace('"', '\'')).toList();
        seen.clear();
        return texts;
    }
}
