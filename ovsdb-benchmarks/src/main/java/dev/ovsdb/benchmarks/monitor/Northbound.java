package dev.ovsdb.benchmarks.monitor;

import dev.ovsdb.benchmarks.codec.MonitorReply;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.monitor.RowUpdate.Initial;
import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdatesReader;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.monitor.HubOptions;
import dev.ovsdb.server.engine.monitor.MonitorHub;
import dev.ovsdb.server.engine.monitor.MonitorKind;
import dev.ovsdb.server.engine.monitor.OpenCall;
import dev.ovsdb.server.engine.monitor.OpenedMonitor;
import dev.ovsdb.server.engine.store.CommitResult.Committed;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.testkit.InstalledSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A store with an {@code OVN_Northbound} database in it, and the hub of its monitors, on one thread. */
final class Northbound {
    final DatabaseSchema schema;
    final DatabaseStore store;
    final MonitorHub hub;
    final List<UUID> ports = new ArrayList<>();

    /** @param units of about 32 rows each */
    Northbound(int units, HubOptions options) {
        try {
            this.schema = DatabaseSchema.parse(InstalledSchemas.require("ovn-nb.ovsschema"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.store = new DatabaseStore(schema, IdSource.seeded(1));
        RowUpdateSink sink = (table, uuid, update) -> {
            store.load(schema.requireTable(table), uuid, ((Initial) update).row());
            if (table.equals("Logical_Switch_Port")) {
                ports.add(uuid);
            }
        };
        TableUpdatesReader reader = TableUpdatesReader.of(
                UpdatesMessage.MONITOR_COND_RESULT, UpdateSchema.of(schema, UnknownNames.REFUSE), sink);
        reader.feed(ByteBuffer.wrap(MonitorReply.ofUnits(units)));
        reader.finish();
        if (store.loaded() != null) {
            throw new IllegalStateException("the rows are no database");
        }
        this.hub = new MonitorHub(store, options, Runnable::run, Clock.system(), IdSource.seeded(2));
    }

    static JsonBytes json(String apostrophes) {
        return JsonBytes.of(apostrophes.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    OpenedMonitor open(String params) {
        OpenCall call = OpenCall.read(MonitorKind.MONITOR_COND, json(params), name -> schema);
        if (call.refusal(false) != null) {
            throw new IllegalArgumentException(call.refusal(false).toString());
        }
        return hub.open(call);
    }

    /** Requests for everything. */
    String everything(String id) {
        StringBuilder text = new StringBuilder("['OVN_Northbound'," + id + ",{");
        String separator = "";
        for (var table : schema.tables()) {
            text.append(separator).append("'" + table.name() + "':[{}]");
            separator = ",";
        }
        return text.append("}]").toString();
    }

    /** Takes a reply piece by piece; answers its size. */
    static long drain(BodySource reply) {
        long[] size = {0};
        boolean[] ended = {false};
        PieceSink sink = new PieceSink() {
            @Override
            public void piece(List<ByteBuffer> bytes) {
                for (ByteBuffer buffer : bytes) {
                    size[0] += buffer.remaining();
                }
            }

            @Override
            public void end() {
                ended[0] = true;
            }

            @Override
            public void fail(Throwable cause) {
                throw new IllegalStateException(cause);
            }
        };
        while (!ended[0]) {
            reply.next(sink);
        }
        reply.close();
        return size[0];
    }

    /** Changes a column of some ports, in one transaction, and publishes it. */
    void update(int from, int count, String text) {
        StoreTransaction transaction = store.begin();
        var table = store.table(schema.requireTable("Logical_Switch_Port"));
        int column = table.schema().requireColumnIndex("type");
        for (int i = from; i < from + count; i++) {
            TableRow row = Objects.requireNonNull(transaction.find(table, ports.get(i % ports.size())));
            transaction.set(row, column, Datum.of(text));
        }
        hub.committed(((Committed) transaction.commit()).version());
        store.publish(store.headVersion());
        hub.publish(store.headVersion());
    }
}
