package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/**
 * {@code monitor_cond_since}: what changed since a transaction in the rows that meet conditions, if the server remembers it,
 * else all of them; then their changes as {@code update3} (Open vSwitch).
 */
public final class MonitorCondSince {
    public static final String METHOD = "monitor_cond_since";

    /** The transaction id that asks for everything. */
    public static final UUID NO_TRANSACTION = new UUID(0, 0);

    private MonitorCondSince() {}

    /**
     * What the server answers.
     *
     * @param found whether it remembered the transaction, so that the updates are changes on top of what was known before; else
     *     they are everything, to replace it
     * @param lastTransactionId what to ask for next time; the zero UUID from servers without a history
     */
    public record Result(boolean found, UUID lastTransactionId, TableUpdates updates) {}

    /**
     * @param id what the updates of this monitor will carry: any JSON text, unique in its session
     * @param lastTransactionId the last transaction seen, or {@link #NO_TRANSACTION}
     */
    public static List<ByteBuffer> params(
            String database, byte[] id, MonitorRequests requests, UUID lastTransactionId) {
        return Params.of(writer -> {
            writer.value(database).raw(id);
            requests.writeWithConditions(writer);
            writer.value(lastTransactionId);
        });
    }

    /** Reads the result and keeps its rows. */
    public static ResultReader<Result> result(UpdateSchema schema) {
        return UpdatesReaders.keeping(
                METHOD,
                UpdatesMessage.MONITOR_COND_SINCE_RESULT,
                schema,
                (header, updates) -> new Result(
                        header.found().orElseThrow(), header.lastTransactionId().orElseThrow(), updates));
    }

    /** Hands the rows to a sink as they come, so that a result of any size needs no memory to speak of. */
    public static ResultReader<UpdatesHeader> result(UpdateSchema schema, RowUpdateSink sink) {
        return UpdatesReaders.streaming(METHOD, UpdatesMessage.MONITOR_COND_SINCE_RESULT, schema, sink);
    }
}
