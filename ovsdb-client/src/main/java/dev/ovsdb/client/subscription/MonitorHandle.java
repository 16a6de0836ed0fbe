package dev.ovsdb.client.subscription;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.conversation.Gate;
import dev.ovsdb.client.conversation.MonitorReply;
import dev.ovsdb.client.conversation.MonitorTarget;
import dev.ovsdb.client.conversation.Passenger;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMessage;
import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One monitor, over as many connections as it takes.
 *
 * <pre>
 *   UNASKED --asked--> ASKED --contents--> FOLLOWING
 *   ASKED --"unknown method"--> ASKED, by the next method;   ASKED --other error--> ENDED the first time, REFUSED later
 *   FOLLOWING --monitor_canceled--> ASKED;   REFUSED --a while later--> ASKED
 *   any --connection lost--> UNASKED;   any --cancel, failing listener, end of session--> ENDED
 * </pre>
 *
 * <p>After a lost connection it goes on from the last transaction it delivered, if there is one and nothing makes that
 * unsafe: an unacknowledged change of conditions does (E22), a conversion does, and contents cut off in the middle do.
 *
 * <p>The standing is guarded by {@code this}, because {@code change} and {@code cancel} come from any thread and their
 * requests must leave on the connection on which the monitor was asked for, behind that request. Messages come on the event
 * loop, and only there is the listener called, outside the lock.
 */
public final class MonitorHandle implements Monitor, MonitorTarget, Passenger {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorHandle.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(8);

    private enum Standing {
        UNASKED,
        ASKED,
        FOLLOWING,
        REFUSED,
        ENDED
    }

    private final MonitorSpec spec;
    private final JsonValue id;
    private final MonitorRegistry registry;
    private final MonitorDelivery delivery;
    private final Duration patience;
    private final CompletableFuture<Monitor> first = new CompletableFuture<>();
    private final ConditionQueue changes = new ConditionQueue();
    private MonitorRequests requests;
    private int method;
    private UUID lastTransactionId;
    private Standing standing = Standing.UNASKED;
    private @Nullable Conversation asked;
    private volatile @Nullable UpdateSchema schema;

    private MonitorHandle(
            MonitorSpec spec, JsonValue id, MonitorRegistry registry, MonitorListener listener, Duration patience) {
        this.spec = spec;
        this.id = id;
        this.registry = registry;
        this.delivery = new MonitorDelivery(listener, this::listenerFailed);
        this.patience = patience;
        this.requests = spec.requests();
        this.lastTransactionId = spec.since();
    }

    /**
     * Asks for a monitor.
     *
     * @param id its id on the wire, unique in the session
     * @return completes when the contents have been delivered for the first time
     * @throws IllegalArgumentException if the id is in use, or the first method does not know conditions and there are some
     */
    public static CompletableFuture<Monitor> ask(
            Gate gate,
            MonitorSpec spec,
            JsonValue id,
            MonitorRegistry registry,
            MonitorListener listener,
            Duration patience) {
        MonitorHandle monitor = new MonitorHandle(spec, id, registry, listener, patience);
        monitor.checkMethod();
        registry.add(monitor);
        monitor.first.whenComplete((done, failure) -> {
            if (monitor.first.isCancelled()) {
                monitor.cancel(); // Nobody would have a handle to cancel it by.
            }
        });
        gate.pass(monitor);
        return monitor.first;
    }

    private void checkMethod() {
        if (spec.methods().get(0) == MonitorMethod.MONITOR && hasConditions(requests)) {
            throw new IllegalArgumentException("monitor knows no conditions; use monitor_cond or monitor_cond_since");
        }
    }

    @Override
    public String database() {
        return spec.database();
    }

    @Override
    public synchronized MonitorRequests requests() {
        return requests;
    }

    @Override
    public synchronized MonitorMethod method() {
        return spec.methods().get(method);
    }

    @Override
    public synchronized UUID lastTransactionId() {
        return lastTransactionId;
    }

    @Override
    public synchronized State state() {
        return switch (standing) {
            case UNASKED, ASKED -> State.PENDING;
            case FOLLOWING -> State.ACTIVE;
            case REFUSED -> State.REFUSED;
            case ENDED -> State.ENDED;
        };
    }

    synchronized boolean following() {
        return standing == Standing.FOLLOWING;
    }

    JsonValue id() {
        return id;
    }

    String describe() {
        return id + " of " + spec.database();
    }

    // Asking.

    @Override
    public String requestName() {
        return method().request();
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public void go(Conversation conversation) {
        ask(conversation);
    }

    @Override
    public void refused(RuntimeException cause) {
        end(cause);
    }

    /** Asks on a later connection, by the best method again, if the monitor was ever asked for. */
    void askAgain(Conversation conversation) {
        synchronized (this) {
            if (asked == null) {
                return; // Still at the gate: it will pass there, in its turn.
            }
            method = 0;
        }
        ask(conversation);
    }

    private void ask(Conversation conversation) {
        CompletableFuture<MonitorReply> reply;
        synchronized (this) {
            if (standing == Standing.ENDED) {
                return;
            }
            standing = Standing.ASKED;
            asked = conversation;
            schema = null;
            reply = request(conversation);
        }
        reply.whenComplete((answer, failure) -> {
            if (failure != null) {
                failed(conversation, Failures.unwrap(failure));
            } else {
                answered(conversation, answer);
            }
        });
    }

    private CompletableFuture<MonitorReply> request(Conversation conversation) {
        try {
            CompletableFuture<DatabaseSchema> current = conversation.schemas().get(spec.database());
            current.whenComplete((known, failure) -> schemaKnown(conversation, known));
            return conversation.monitor(method(), spec.database(), id, requests, lastTransactionId, this);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e); // What cannot be asked for ends this monitor, and no other.
        }
    }

    private synchronized void schemaKnown(Conversation conversation, @Nullable DatabaseSchema known) {
        if (asked == conversation) { // A server that monitors a database but keeps its schema to itself: read by looks.
            schema = known == null ? UpdateSchema.NONE : UpdateSchema.of(known, UnknownNames.KEEP);
        }
    }

    private void answered(Conversation conversation, MonitorReply reply) {
        List<ConditionChange> settled;
        synchronized (this) {
            if (asked != conversation || standing != Standing.ASKED) {
                return;
            }
            standing = reply.read() ? Standing.FOLLOWING : Standing.ASKED;
            settled = reply.read() ? changes.takeSettled() : List.of();
        }
        if (!reply.read()) {
            askWithSchema(conversation);
            return;
        }
        settled.forEach(change -> change.done().complete(null));
        sendChange();
        first.complete(this);
    }

    /** This server answered out of order, its contents before its schema: they were passed over, so ask once more. */
    private void askWithSchema(Conversation conversation) {
        conversation.monitorCancel(id);
        conversation.schemas().get(spec.database()).whenComplete((known, failure) -> ask(conversation));
    }

    private void failed(Conversation conversation, Throwable failure) {
        if (failure instanceof ConnectionClosedException || asked() != conversation) {
            return; // Asked for again with the next connection; detached() and ended() see to the rest.
        }
        if (failure instanceof RemoteErrorException error && error.isError("unknown method") && fallBack()) {
            ask(conversation);
            return;
        }
        if (failure instanceof RequestTimeoutException) {
            conversation.monitorCancel(id); // It might still come.
        }
        if (first.isDone()) {
            refusedAgain(conversation, failure);
        } else {
            end(failure);
        }
    }

    private synchronized @Nullable Conversation asked() {
        return asked;
    }

    private synchronized boolean fallBack() {
        boolean more = method + 1 < spec.methods().size();
        if (!more || (spec.methods().get(method + 1) == MonitorMethod.MONITOR && hasConditions(requests))) {
            return false;
        }
        method++;
        return true;
    }

    private static boolean hasConditions(MonitorRequests requests) {
        return requests.tables().values().stream()
                .flatMap(List::stream)
                .map(MonitorRequest::where)
                .anyMatch(where -> where != null && !where.isEmpty());
    }

    private void refusedAgain(Conversation conversation, Throwable failure) {
        synchronized (this) {
            if (standing != Standing.ASKED) {
                return;
            }
            standing = Standing.REFUSED;
            lastTransactionId = MonitorMessage.NO_TRANSACTION;
        }
        LOG.warn("Monitor {} was refused when asked for again: {}", describe(), failure.getMessage());
        delivery.refused(failure);
        conversation.eventLoop().schedule(ASK_AGAIN_AFTER, () -> {
            if (state() == State.REFUSED && asked() == conversation && conversation.isOpen()) {
                askAgain(conversation);
            }
        });
    }

    // What comes from the server.

    @Override
    public @Nullable UpdateSchema schema() {
        return schema;
    }

    @Override
    public void begin(UpdatesHeader header, boolean reply) {
        if (reply || following()) { // Changes before the contents are in the contents too.
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
            lastTransaction(message.lastTransactionId());
        }
    }

    @Override
    public void aborted(Throwable cause) {
        MonitorMessage message = delivery.aborted();
        if (message != null && message.kind() == MonitorMessage.Kind.CONTENTS) {
            lastTransaction(MonitorMessage.NO_TRANSACTION); // What was there before is void already.
        }
    }

    private synchronized void lastTransaction(UUID transaction) {
        lastTransactionId = transaction;
    }

    @Override
    public void canceled(Conversation conversation) {
        synchronized (this) {
            if (asked != conversation || standing == Standing.ENDED) {
                return;
            }
            interrupted();
            lastTransactionId = MonitorMessage.NO_TRANSACTION;
        }
        delivery.suspended(null);
        conversation.schemas().invalidate(spec.database());
        askAgain(conversation);
    }

    void detached(@Nullable Throwable cause) {
        boolean followed;
        synchronized (this) {
            if (standing == Standing.ENDED) {
                return;
            }
            followed = standing == Standing.FOLLOWING;
            interrupted();
        }
        if (followed) {
            delivery.suspended(cause);
        }
    }

    /** Conditions that were not acknowledged hold from the next contents on, which must be whole then (E22). */
    private void interrupted() {
        standing = Standing.UNASKED;
        if (changes.settleAll()) {
            requests = changes.applyTo(requests);
            lastTransactionId = MonitorMessage.NO_TRANSACTION;
        }
    }

    // What the user asks.

    @Override
    public CompletableFuture<Void> change(MonitorConditions conditions) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        synchronized (this) {
            if (standing == Standing.ENDED) {
                return CompletableFuture.failedFuture(new CancellationException("the monitor has ended"));
            }
            if (method() == MonitorMethod.MONITOR) {
                return CompletableFuture.failedFuture(new IllegalStateException("monitor knows no conditions"));
            }
            changes.add(new ConditionChange(conditions, done));
            if (standing == Standing.UNASKED || standing == Standing.REFUSED) {
                interruptedBeforeAsking();
            }
        }
        sendChange();
        return done;
    }

    private void interruptedBeforeAsking() {
        Standing before = standing;
        interrupted();
        standing = before;
    }

    private void sendChange() {
        ConditionChange change;
        Conversation conversation;
        CompletableFuture<Void> reply;
        synchronized (this) {
            conversation = asked;
            change = standing == Standing.FOLLOWING ? changes.next() : null;
            if (change == null || conversation == null) {
                return;
            }
            reply = conversation.monitorCondChange(id, change.conditions());
        }
        reply.whenComplete((done, failure) -> changeAnswered(conversation, change, failure));
    }

    private void changeAnswered(Conversation conversation, ConditionChange change, @Nullable Throwable failure) {
        synchronized (this) {
            if (asked != conversation
                    || standing != Standing.FOLLOWING
                    || failure instanceof ConnectionClosedException) {
                return; // Settled with the next contents.
            }
            changes.answered(change);
            if (failure == null) {
                requests = requests.withConditions(change.conditions());
            }
        }
        if (failure == null) {
            change.done().complete(null);
        } else {
            change.done().completeExceptionally(failure);
        }
        sendChange();
    }

    @Override
    public CompletableFuture<Void> cancel() {
        Conversation conversation;
        boolean atServer;
        synchronized (this) {
            if (standing == Standing.ENDED) {
                return CompletableFuture.completedFuture(null);
            }
            conversation = asked;
            atServer = standing == Standing.FOLLOWING || standing == Standing.ASKED;
            standing = Standing.ENDED; // Before the request: a reconnect at this moment must not ask again.
        }
        ended(new CancellationException("the monitor was cancelled"));
        if (conversation == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> reply = atServer && conversation.isOpen()
                ? conversation.monitorCancel(id)
                : CompletableFuture.completedFuture(null);
        conversation.eventLoop().execute(() -> delivery.ended(null));
        return reply;
    }

    private void listenerFailed(RuntimeException failure) {
        Conversation conversation = asked();
        boolean atServer = state() == State.ACTIVE;
        end(failure);
        if (atServer && conversation != null && conversation.isOpen()) {
            conversation.monitorCancel(id);
        }
    }

    /** On the event loop: the monitor is over, for a reason. */
    private void end(Throwable cause) {
        synchronized (this) {
            if (standing == Standing.ENDED) {
                return;
            }
            standing = Standing.ENDED;
        }
        deliverEnd(cause);
        ended(cause);
    }

    private void deliverEnd(Throwable cause) {
        if (asked() != null) { // Else nothing has ever begun, and this may be any thread.
            delivery.ended(cause);
        }
    }

    /** The session is over. */
    void ended(Throwable cause) {
        List<ConditionChange> left;
        boolean told;
        synchronized (this) {
            told = standing == Standing.ENDED;
            standing = Standing.ENDED;
            left = changes.takeAll();
        }
        registry.remove(this);
        if (!told) {
            deliverEnd(cause);
        }
        left.forEach(change -> change.done().completeExceptionally(cause));
        first.completeExceptionally(cause);
    }
}
