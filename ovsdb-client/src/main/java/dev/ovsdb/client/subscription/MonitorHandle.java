package dev.ovsdb.client.subscription;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.conversation.Gate;
import dev.ovsdb.client.conversation.MonitorReply;
import dev.ovsdb.client.conversation.Passenger;
import dev.ovsdb.client.conversation.Ticket;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.rpc.UnexpectedResultException;
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
public final class MonitorHandle implements Monitor, Passenger {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorHandle.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(8);

    private enum Standing {
        UNASKED,
        ASKED,
        FOLLOWING,
        REFUSED,
        ENDED
    }

    private final Gate gate;
    private final EventLoop loop;
    private final MonitorSpec spec;
    private final JsonValue id;
    private final MonitorRegistry registry;
    private final MonitorDelivery delivery;
    private final MonitorFeed feed;
    private final MethodChoice method;
    private final MonitorAims aims;
    private final CompletableFuture<Monitor> first = new CompletableFuture<>();
    private Ticket ticket;
    private Standing standing = Standing.UNASKED;
    private boolean everAsked;
    private @Nullable Conversation asked;
    private EventLoop.Timer askAgain = () -> {};

    private MonitorHandle(
            Gate gate,
            MonitorSpec spec,
            JsonValue id,
            MonitorRegistry registry,
            MonitorListener listener,
            Duration patience) {
        this.gate = gate;
        this.loop = gate.loop();
        this.spec = spec;
        this.id = id;
        this.registry = registry;
        this.delivery = new MonitorDelivery(listener, this::listenerFailed);
        this.feed = new MonitorFeed(delivery, spec.since(), this::following, this::canceled);
        this.method = new MethodChoice(spec.methods(), spec.requests());
        this.aims = new MonitorAims(spec.requests());
        this.ticket = gate.ticket(method.chosen().request(), patience);
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
        MonitorHandle monitor = new MonitorHandle(gate, spec, id, registry, listener, patience);
        registry.add(monitor);
        monitor.first.whenComplete((done, failure) -> {
            if (monitor.first.isCancelled()) {
                monitor.cancel(); // Nobody would have a handle to cancel it by.
            }
        });
        gate.pass(monitor);
        return monitor.first;
    }

    @Override
    public String database() {
        return spec.database();
    }

    @Override
    public synchronized MonitorRequests requests() {
        return aims.acknowledged();
    }

    @Override
    public synchronized MonitorMethod method() {
        return method.chosen();
    }

    @Override
    public UUID lastTransactionId() {
        return feed.lastTransactionId();
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
    public synchronized Ticket ticket() {
        return ticket;
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
            method.restart();
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
            everAsked = true;
            asked = conversation;
            feed.readBy(null);
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
            return conversation.monitor(method(), spec.database(), id, aims.next(), feed.lastTransactionId(), feed);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e); // What cannot be asked for ends this monitor, and no other.
        }
    }

    private synchronized void schemaKnown(Conversation conversation, @Nullable DatabaseSchema known) {
        if (asked == conversation) { // A server that monitors a database but keeps its schema to itself: read by looks.
            feed.readBy(known == null ? UpdateSchema.NONE : UpdateSchema.of(known, UnknownNames.KEEP));
        }
    }

    private void answered(Conversation conversation, MonitorReply reply) {
        List<ConditionChange> settled;
        synchronized (this) {
            if (asked != conversation || standing != Standing.ASKED) {
                return;
            }
            standing = reply.read() ? Standing.FOLLOWING : Standing.ASKED;
            settled = reply.read() ? aims.arrived() : List.of();
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
        if (failure instanceof ConnectionClosedException closed) {
            if (backToTheGate(conversation)) {
                gate.comeBack(this, conversation, closed);
            }
            return; // One that had its contents before is asked for again with the next connection.
        }
        synchronized (this) {
            if (asked != conversation || standing != Standing.ASKED) {
                return;
            }
        }
        if (failure instanceof RemoteErrorException error && error.isError("unknown method") && fallBack()) {
            ask(conversation);
            return;
        }
        if (failure instanceof RequestTimeoutException || failure instanceof UnexpectedResultException) {
            conversation.monitorCancel(
                    id); // It might still come, or has come and could not be read: it is in use there.
        }
        if (!first.isDone()) {
            end(failure);
        } else if (failure instanceof RemoteErrorException && setConditionsApart()) {
            ask(conversation);
        } else {
            refusedAgain(conversation, failure);
        }
    }

    /** A monitor without contents yet waits as any call does, with its whole patience since its request was made. */
    private synchronized boolean backToTheGate(Conversation conversation) {
        if (first.isDone() || asked != conversation || standing == Standing.ENDED) {
            return false;
        }
        interrupted();
        asked = null;
        method.restart();
        ticket = ticket.renewed();
        return true;
    }

    private synchronized @Nullable Conversation asked() {
        return asked;
    }

    private synchronized boolean fallBack() {
        return method.fallBack(aims.next());
    }

    /** Conditions that were asked for with the refused contents may be why. Says whether there were any. */
    private synchronized boolean setConditionsApart() {
        return aims.setApart();
    }

    private void refusedAgain(Conversation conversation, Throwable failure) {
        LOG.warn("Monitor {} was refused when asked for again: {}", describe(), failure.getMessage());
        synchronized (this) {
            if (standing != Standing.ASKED) {
                return; // Cancelled meanwhile.
            }
            standing = Standing.REFUSED;
            feed.startAnew();
            askAgain = loop.schedule(ASK_AGAIN_AFTER, () -> askAfterRefusal(conversation));
        }
        delivery.refused(failure);
    }

    private void askAfterRefusal(Conversation conversation) {
        if (state() == State.REFUSED && asked() == conversation && conversation.isOpen()) {
            askAgain(conversation);
        }
    }

    private void canceled(Conversation conversation) {
        synchronized (this) {
            if (asked != conversation || standing == Standing.ENDED) {
                return;
            }
            interrupted();
            feed.startAnew();
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

    /** The server does not follow the monitor any more. */
    private void interrupted() {
        askAgain.cancel();
        standing = Standing.UNASKED;
        fixConditions();
    }

    /** Conditions that were not acknowledged are asked for with the next contents, which must be whole then (E22). */
    private void fixConditions() {
        if (aims.interrupted()) {
            feed.startAnew();
        }
    }

    // What the user asks.

    @Override
    public CompletableFuture<Void> change(MonitorConditions conditions) {
        CompletableFuture<Void> done;
        synchronized (this) {
            if (standing == Standing.ENDED) {
                return CompletableFuture.failedFuture(new CancellationException("the monitor has ended"));
            }
            if (method() == MonitorMethod.MONITOR) {
                return CompletableFuture.failedFuture(new IllegalStateException("monitor knows no conditions"));
            }
            done = aims.change(conditions);
            if (standing == Standing.UNASKED || standing == Standing.REFUSED) {
                fixConditions();
            }
        }
        sendChange();
        return done;
    }

    private void sendChange() {
        ConditionChange change;
        Conversation conversation;
        CompletableFuture<Void> reply;
        synchronized (this) {
            conversation = asked;
            change = standing == Standing.FOLLOWING ? aims.nextToSend() : null;
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
            if (failure == null) {
                aims.acknowledged(change);
            } else {
                aims.failed(change, failure instanceof RequestTimeoutException);
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
        boolean told;
        synchronized (this) {
            if (standing == Standing.ENDED) {
                return CompletableFuture.completedFuture(null);
            }
            conversation = conversationToTell();
            told = everAsked;
            standing = Standing.ENDED; // Before the request: a reconnect at this moment must not ask again.
        }
        CompletableFuture<Void> reply =
                conversation == null ? CompletableFuture.completedFuture(null) : conversation.monitorCancel(id);
        if (told) {
            silenceThenEnd();
        }
        gate.leave(this);
        ended(new CancellationException("the monitor was cancelled"));
        return reply;
    }

    /** The conversation on which the server has the monitor, or will have it; null if there is none. */
    private @Nullable Conversation conversationToTell() {
        boolean atServer = standing == Standing.FOLLOWING || standing == Standing.ASKED;
        return atServer && asked != null && asked.isOpen() ? asked : null;
    }

    /** The end has a turn of its own, since this may be inside a call of the listener. */
    private void silenceThenEnd() {
        if (loop.inEventLoop()) {
            delivery.silence();
        }
        loop.execute(() -> delivery.ended(null));
    }

    private void listenerFailed(RuntimeException failure) {
        Conversation conversation;
        synchronized (this) {
            conversation = conversationToTell();
        }
        end(failure);
        if (conversation != null) {
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
        boolean begun;
        synchronized (this) {
            begun = everAsked;
        }
        if (begun) { // Else nothing has ever begun, and this may be any thread.
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
            askAgain.cancel();
            left = aims.end();
        }
        registry.remove(this);
        if (!told) {
            deliverEnd(cause);
        }
        left.forEach(change -> change.done().completeExceptionally(cause));
        first.completeExceptionally(cause);
    }
}
