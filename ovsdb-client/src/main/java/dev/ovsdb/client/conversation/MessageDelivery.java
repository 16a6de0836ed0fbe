package dev.ovsdb.client.conversation;

import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.RowUpdateSink;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesRoute;
import dev.ovsdb.protocol.monitor.UpdatesRouter;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Delivers one message with updates to the monitor that it belongs to. Confined to the event loop. */
final class MessageDelivery implements UpdatesRouter, RowUpdateSink {
    private final Function<UpdatesHeader, @Nullable MonitorTarget> finder;
    private final boolean reply;
    private @Nullable MonitorTarget target;

    /** @param finder knows whose message it is; null for nobody's */
    MessageDelivery(Function<UpdatesHeader, @Nullable MonitorTarget> finder, boolean reply) {
        this.finder = finder;
        this.reply = reply;
    }

    @Override
    public @Nullable UpdatesRoute route(UpdatesHeader header) {
        MonitorTarget found = finder.apply(header);
        UpdateSchema schema = found == null ? null : found.schema();
        if (found == null || schema == null) {
            return null;
        }
        target = found;
        return new UpdatesRoute(schema, this);
    }

    /** Whether the rows went to somebody. */
    boolean delivered() {
        return target != null;
    }

    @Override
    public void begin(UpdatesHeader header) {
        if (target != null) {
            target.begin(header, reply);
        }
    }

    @Override
    public void row(String table, UUID uuid, RowUpdate update) {
        if (target != null) {
            target.row(table, uuid, update);
        }
    }

    @Override
    public void end() {
        if (target != null) {
            target.end();
        }
    }

    void aborted(Throwable cause) {
        if (target != null) {
            target.aborted(cause);
        }
    }
}
