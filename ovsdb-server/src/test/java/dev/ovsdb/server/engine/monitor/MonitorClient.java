package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.store.RowCursor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client of {@link RandomMonitors}, which knows by itself what it is to see. */
final class MonitorClient {
    private final RandomMonitors run;
    private final Random random;
    private final MonitorKind kind;
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final Map<String, RandomCondition> conditions = new LinkedHashMap<>();
    private @Nullable Map<String, RandomCondition> beforeUnpublished;
    private final Replica replica;
    private Monitor monitor;
    private @Nullable MonitorReply reply;
    private boolean openedUnpublished;
    private int id;

    MonitorClient(RandomMonitors run) {
        this.run = run;
        this.random = run.random();
        this.kind = MonitorKind.values()[random.nextInt(3)];
        chooseColumns("A", "k", "s", "o", "set", "map");
        chooseColumns("B", "s", "big");
        this.replica = new Replica(RandomMonitors.SCHEMA, kind, columns);
        this.monitor = open();
    }

    private void chooseColumns(String table, String... all) {
        List<String> chosen = new ArrayList<>(List.of(all));
        chosen.removeIf(column -> random.nextInt(3) == 0);
        columns.put(table, chosen);
        conditions.put(table, kind.hasConditions() ? RandomCondition.next(run, table) : RandomCondition.EVERY);
    }

    private Monitor open() {
        StringBuilder requests = new StringBuilder();
        columns.forEach((table, names) -> {
            String where =
                    kind.hasConditions() ? ",'where':" + conditions.get(table).json() : "";
            String list = names.stream().map(name -> "'" + name + "'").toList().toString();
            requests.append(requests.isEmpty() ? "" : ",").append("'" + table + "':[{'columns':" + list + where + "}]");
        });
        String since = kind == MonitorKind.MONITOR_COND_SINCE ? ",'" + replica.lastTransaction + "'" : "";
        String params = "['M'," + id + ",{" + requests + "}" + since + "]";
        OpenCall call = OpenCall.read(kind, Samples.bytes(params), name -> RandomMonitors.SCHEMA);
        assertThat(call.refusal(false)).isNull();
        OpenedMonitor opened = run.hub().open(call);
        reply = opened.reply();
        openedUnpublished = run.store().headVersion() > run.store().publishedVersion();
        return opened.monitor();
    }

    void published() {
        openedUnpublished = false;
        beforeUnpublished = null;
    }

    /** True if this client's monitor never was. */
    boolean fellBack() {
        if (openedUnpublished) {
            closeReply();
            return true;
        }
        if (beforeUnpublished != null) {
            conditions.putAll(beforeUnpublished);
            beforeUnpublished = null;
        }
        return false;
    }

    void act(int choice) {
        if (choice < 82) {
            pull();
        } else if (choice < 92 && kind.hasConditions()) {
            change();
        } else if (kind == MonitorKind.MONITOR_COND_SINCE) {
            reconnect();
        }
    }

    private void pull() {
        if (openedUnpublished) {
            return; // Its reply may not leave yet.
        }
        takeReply();
        monitor.pull(run.store().publishedVersion(), (method, params) -> {
            assertThat(method).isEqualTo(kind.updateMethod());
            replica.update(params);
        });
    }

    private void takeReply() {
        MonitorReply taken = reply;
        if (taken == null) {
            return;
        }
        List<ByteBuffer> text = new ArrayList<>();
        boolean[] ended = {false};
        PieceSink sink = new PieceSink() {
            @Override
            public void piece(List<ByteBuffer> bytes) {
                text.addAll(bytes);
            }

            @Override
            public void end() {
                ended[0] = true;
            }

            @Override
            public void fail(Throwable cause) {
                throw new AssertionError(cause);
            }
        };
        while (!ended[0]) {
            taken.next(sink);
            run.runReaders();
        }
        if (replica.reply(JsonBytes.of(text))) {
            run.countResumed();
        }
        closeReply();
    }

    private void closeReply() {
        if (reply != null) {
            reply.close();
            reply = null;
        }
    }

    private void change() {
        if (beforeUnpublished == null && run.store().headVersion() > run.store().publishedVersion()) {
            beforeUnpublished = new LinkedHashMap<>(conditions);
        }
        String table = random.nextBoolean() ? "A" : "B";
        RandomCondition next = RandomCondition.next(run, table);
        String params = "[" + monitor.id() + "," + id + ",{'" + table + "':[{'where':" + next.json() + "}]}]";
        ChangeCall call = ChangeCall.read(Samples.bytes(params), known -> random.nextBoolean() ? monitor : null);
        JsonValue refusal = call.refusal(monitor, false);
        assertThat(refusal).isNull();
        run.hub().change(monitor, call);
        conditions.put(table, next);
    }

    /** Comes back with all that it knows and the conditions under which it knows it. */
    private void reconnect() {
        if (openedUnpublished || beforeUnpublished != null) {
            return;
        }
        pull();
        run.hub().close(monitor);
        monitor = open();
    }

    void compare() {
        pull();
        columns.forEach((table, names) -> assertThat(replica.tables.get(table)).isEqualTo(expected(table, names)));
    }

    private Map<UUID, Row> expected(String table, List<String> names) {
        Map<UUID, Row> expected = new TreeMap<>();
        try (Pin pin = run.store().pinPublished()) {
            RowCursor rows = pin.rows(RandomMonitors.SCHEMA.requireTable(table));
            while (rows.next()) {
                Row row = rows.image().row();
                if (conditions.get(table).test().test(rows.uuid(), row)) {
                    Row shown = Row.empty();
                    for (String name : names) {
                        shown = shown.with(name, row.require(name));
                    }
                    expected.put(rows.uuid(), shown);
                }
            }
        }
        return expected;
    }

    void close() {
        closeReply();
        run.hub().close(monitor);
    }
}
