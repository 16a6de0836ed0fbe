package dev.ovsdb.client.conversation;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.connection.BodyConsumer;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.monitor.UpdatesMessage;
import dev.ovsdb.protocol.rpc.Locked;
import dev.ovsdb.protocol.rpc.MonitorCanceled;
import dev.ovsdb.protocol.rpc.ResultReader;
import dev.ovsdb.protocol.rpc.Stolen;
import dev.ovsdb.protocol.rpc.UnexpectedResultException;
import dev.ovsdb.protocol.rpc.Update;
import dev.ovsdb.protocol.rpc.Update2;
import dev.ovsdb.protocol.rpc.Update3;
import dev.ovsdb.protocol.rpc.UpdatesReaders;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the server tells to whom it concerns. Targets are registered by any thread before their request leaves; all
 * else happens on the event loop.
 *
 * <p>An update that cannot be read closes the connection: its monitor would have lost step with the server for good. Updates
 * of monitors that nobody knows, such as one just cancelled, are passed over, and so are unknown methods (E41).
 */
final class Notifications implements PeerHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

    private final Map<JsonValue, MonitorTarget> monitors = new ConcurrentHashMap<>();
    private final Map<String, LockTarget> locks = new ConcurrentHashMap<>();
    private volatile @Nullable Conversation conversation;

    /** Says whose notifications these are; comes before any target is registered. */
    void belongTo(Conversation owner) {
        conversation = owner;
    }

    /** @return false if that id is taken */
    boolean addMonitor(JsonValue id, MonitorTarget target) {
        MonitorTarget previous = monitors.putIfAbsent(id, target);
        return previous == null || previous == target;
    }

    void removeMonitor(JsonValue id) {
        monitors.remove(id);
    }

    void setLock(String name, LockTarget target) {
        locks.put(name, target);
    }

    void removeLock(String name) {
        locks.remove(name);
    }

    @Override
    public @Nullable BodyConsumer<Void> streamNotification(String method) {
        return switch (method) {
            case Update.METHOD -> update(method, UpdatesMessage.UPDATE);
            case Update2.METHOD -> update(method, UpdatesMessage.UPDATE2);
            case Update3.METHOD -> update(method, UpdatesMessage.UPDATE3);
            default -> null;
        };
    }

    private BodyConsumer<Void> update(String method, UpdatesMessage message) {
        MessageDelivery delivery = new MessageDelivery(this::target, false);
        ResultReader<UpdatesHeader> reader = UpdatesReaders.routed(method, message, delivery);
        return new StreamedBody<>(new UpdateReader(reader), delivery::aborted);
    }

    private @Nullable MonitorTarget target(UpdatesHeader header) {
        JsonValue id = header.monitorId().map(JsonValue::parse).orElse(JsonValue.ofNull());
        MonitorTarget target = monitors.get(id);
        if (target == null) {
            LOG.debug("Passing over an update of monitor {}, which is not known (any more)", id);
        }
        return target;
    }

    @Override
    public void onNotification(String method, JsonBytes params) {
        try {
            switch (method) {
                case Locked.METHOD -> lock(params, Locked.reader(), target -> target.onLocked(owner()));
                case Stolen.METHOD -> lock(params, Stolen.reader(), target -> target.onStolen(owner()));
                case MonitorCanceled.METHOD -> canceled(params);
                default -> LOG.debug("Passing over an unknown notification: {}", method);
            }
        } catch (UnexpectedResultException e) { // About nobody we know: nothing has lost step.
            LOG.warn("Passing over a notification: {}", e.getMessage());
        }
    }

    private void lock(JsonBytes params, ResultReader<String> reader, Consumer<LockTarget> event) {
        LockTarget target = locks.get(reader.read(params.buffers()));
        if (target != null) {
            event.accept(target);
        }
    }

    private void canceled(JsonBytes params) {
        JsonValue id = JsonValue.parse(MonitorCanceled.reader().read(params.buffers()));
        MonitorTarget target = monitors.remove(id);
        if (target != null) {
            target.canceled(owner());
        }
    }

    private Conversation owner() {
        return java.util.Objects.requireNonNull(conversation, "a target was registered, so the owner is known");
    }

    /** What cannot be read is malformed, and closes the connection. */
    private record UpdateReader(ResultReader<UpdatesHeader> reader) implements ResultReader<Void> {
        @Override
        public void feed(ByteBuffer piece) {
            try {
                reader.feed(piece);
            } catch (UnexpectedResultException e) {
                throw new MalformedMessageException(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        @SuppressWarnings("NullAway") // Void has no value but null.
        public Void finish() {
            try {
                reader.finish();
                return null;
            } catch (UnexpectedResultException e) {
                throw new MalformedMessageException(String.valueOf(e.getMessage()), e);
            }
        }
    }
}
