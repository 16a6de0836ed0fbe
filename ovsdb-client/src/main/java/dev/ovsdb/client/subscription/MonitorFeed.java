package dev.ovsdb.client.subscription;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.MonitorTarget;
import dev.ovsdb.client.monitor.MonitorMessage;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a monitor from the server: makes messages of it, and remembers up to which transaction they were delivered.
 *
 * <p>Messages come on the event loop; the fields are volatile because others read them, and set them while none comes.
 */
final class MonitorFeed implements MonitorTarget {
    private final MonitorDelivery delivery;
    private final BooleanSupplier following;
    private final Consumer<Conversation> canceled;
    private volatile @Nullable UpdateSchema schema;
    private volatile UUID lastTransactionId;

    /**
     * @param since the last transaction that was delivered before
     * @param following whether the contents are there, so that changes are of use
     * @param canceled told when the server cancels the monitor
     */
    MonitorFeed(MonitorDelivery delivery, UUID since, BooleanSupplier following, Consumer<Conversation> canceled) {
        this.delivery = delivery;
        this.lastTransactionId = since;
        this.following = following;
        this.canceled = canceled;
    }

    /** The transaction to go on from; the zero UUID if there is none, or nothing may go on. */
    UUID lastTransactionId() {
        return lastTransactionId;
    }

    /** The next contents must be whole. */
    void startAnew() {
        lastTransactionId = MonitorMessage.NO_TRANSACTION;
    }

    @Override
    public @Nullable UpdateSchema schema() {
        return schema;
    }

    /** How rows are read from now on; null if that is not known yet. */
    void readBy(@Nullable UpdateSchema known) {
        schema = known;
    }

    @Override
    public void begin(UpdatesHeader header, boolean reply) {
        if (reply || following.getAsBoolean()) { // Changes before the contents are in the contents too.
            delivery.begin(new MonitorMessage(
                    kind(header, reply), header.lastTransactionId().orElse(MonitorMessage.NO_TRANSACTION)));
        }
    }

    private static MonitorMessage.Kind kind(UpdatesHeader header, boolean reply) {
        if (!reply) {
            return MonitorMessage.Kind.UPDATE;
        }
        return header.found().orElse(false) ? MonitorMessage.Kind.RESUMED : MonitorMessage.Kind.CONTENTS;
    }

    @Override
    public void row(String table, UUID uuid, RowUpdate update) {
        delivery.row(table, uuid, update);
    }

    @Override
    public void end() {
        MonitorMessage message = delivery.end();
        if (message != null) {
            lastTransactionId = message.lastTransactionId();
        }
    }

    @Override
    public void aborted(Throwable cause) {
        MonitorMessage message = delivery.aborted();
        if (message != null && message.kind() == MonitorMessage.Kind.CONTENTS) {
            startAnew(); // What was there before is void already.
        }
    }

    @Override
    public void canceled(Conversation conversation) {
        canceled.accept(conversation);
    }
}
