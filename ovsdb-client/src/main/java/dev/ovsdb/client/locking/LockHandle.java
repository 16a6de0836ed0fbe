package dev.ovsdb.client.locking;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Futures;
import dev.ovsdb.client.conversation.Gate;
import dev.ovsdb.client.conversation.LockTarget;
import dev.ovsdb.client.conversation.Passenger;
import dev.ovsdb.client.conversation.Ticket;
import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.lock.LockListener;
import dev.ovsdb.client.lock.LockListener.LossReason;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lock, over as many connections as it takes.
 *
 * <pre>
 *   UNASKED --asked--> ASKED --reply--> WAITING or OWNED;   WAITING --locked--> OWNED --stolen--> WAITING (STOLEN for a thief)
 *   any of these --connection lost--> UNASKED;   ASKED --error--> REFUSED;   any --unlock, end of session--> RELEASED
 * </pre>
 *
 * <p>The standing is guarded by {@code this}, because {@code unlock} may be called by any thread and must be sent on the
 * very connection on which the lock was asked for, behind that request. Replies and notifications come on the event loop;
 * listeners and futures run there, outside the lock.
 */
public final class LockHandle implements Lock, LockTarget, Passenger {
    private static final Logger LOG = LoggerFactory.getLogger(LockHandle.class);

    private enum Standing {
        UNASKED,
        ASKED,
        WAITING,
        OWNED,
        STOLEN,
        REFUSED,
        RELEASED
    }

    private final String name;
    private final LockListener listener;
    private final LockRegistry registry;
    private final Gate gate;
    private final CompletableFuture<Lock> first = new CompletableFuture<>();
    private final List<CompletableFuture<Lock>> awaiting = new ArrayList<>();
    private String method;
    private Ticket ticket;
    private Standing standing = Standing.UNASKED;
    private @Nullable Conversation asked;
    private CompletableFuture<Boolean> answer = new CompletableFuture<>(); // To the last request.
    private @Nullable Throwable end;

    private LockHandle(
            Gate gate, String name, String method, LockListener listener, LockRegistry registry, Duration patience) {
        this.gate = gate;
        this.name = name;
        this.method = method;
        this.listener = listener;
        this.registry = registry;
        this.ticket = gate.ticket(method, patience);
    }

    /**
     * Asks for a lock.
     *
     * @param method {@code lock} or {@code steal}
     * @return completes with the first answer
     */
    public static CompletableFuture<Lock> ask(
            Gate gate, String name, String method, LockListener listener, LockRegistry registry, Duration patience) {
        LockHandle lock = new LockHandle(gate, name, method, listener, registry, patience);
        registry.add(lock);
        lock.first.whenComplete((done, failure) -> {
            if (lock.first.isCancelled()) {
                lock.unlock(); // Nobody would have a handle to give it back by.
            }
        });
        gate.pass(lock);
        return lock.first;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Ticket ticket() {
        return ticket;
    }

    @Override
    public synchronized boolean owned() {
        return standing == Standing.OWNED;
    }

    synchronized boolean inPlace() {
        return standing == Standing.WAITING || standing == Standing.OWNED || standing == Standing.STOLEN;
    }

    @Override
    public CompletableFuture<Lock> acquired() {
        CompletableFuture<Lock> future = new CompletableFuture<>();
        Throwable over;
        synchronized (this) {
            if (standing != Standing.OWNED && end == null) {
                awaiting.add(future);
                return future;
            }
            over = end;
        }
        if (over != null) {
            future.completeExceptionally(over);
        } else {
            future.complete(this);
        }
        return future;
    }

    @Override
    public void go(Conversation conversation) {
        ask(conversation);
    }

    @Override
    public void refused(RuntimeException cause) {
        finish(Standing.RELEASED, cause);
        first.completeExceptionally(cause);
    }

    /** Asks on a later connection, always with {@code lock}, if it was ever asked for. */
    void askAgain(Conversation conversation) {
        synchronized (this) {
            if (asked == null) {
                return; // Still at the gate: it will pass there, in its turn.
            }
            method = "lock";
        }
        ask(conversation);
    }

    private void ask(Conversation conversation) {
        CompletableFuture<Boolean> reply;
        synchronized (this) {
            if (standing == Standing.RELEASED) {
                return;
            }
            standing = Standing.ASKED;
            asked = conversation;
            conversation.routeLock(name, this);
            reply = conversation.lock(method, name);
            answer = reply;
        }
        reply.whenComplete((locked, failure) -> answered(conversation, locked, failure));
    }

    private void answered(Conversation conversation, @Nullable Boolean locked, @Nullable Throwable failure) {
        if (failure != null) {
            failed(conversation, failure);
            return;
        }
        synchronized (this) {
            if (asked != conversation || standing != Standing.ASKED) {
                first.complete(this);
                return; // Overtaken by "locked", by an unlock, or by the end of that connection.
            }
            standing = Standing.WAITING;
        }
        if (Boolean.TRUE.equals(locked)) {
            onLocked(conversation);
        }
        first.complete(this);
    }

    private void failed(Conversation conversation, Throwable failure) {
        if (failure instanceof ConnectionClosedException closed) {
            if (backToTheGate(conversation)) {
                gate.comeBack(this, conversation, closed);
            }
            return; // One that was in place is asked for again with the next connection.
        }
        synchronized (this) {
            if (asked != conversation || standing != Standing.ASKED) {
                return; // Unlocked meanwhile.
            }
        }
        boolean late = failure instanceof RequestTimeoutException;
        if (late) {
            conversation.unlock(name); // Nobody would know of it if the server still gave us the lock.
        }
        if (late && first.isDone()) {
            ask(conversation); // It is still wanted, and nobody refused it.
        } else if (first.isDone()) {
            refusedAgain(failure);
        } else {
            refused((RuntimeException) failure);
        }
    }

    /** A lock that nobody has answered for waits as any call does, with its whole patience if the request was made. */
    private synchronized boolean backToTheGate(Conversation conversation) {
        if (first.isDone() || asked != conversation || standing == Standing.RELEASED) {
            return false;
        }
        standing = Standing.UNASKED;
        asked = null;
        ticket = ticket.renewed();
        return true;
    }

    private void refusedAgain(Throwable failure) {
        LOG.warn("Lock {} was refused after a reconnect: {}", name, failure.getMessage());
        finish(Standing.REFUSED, failure);
        tell(each -> each.onLost(this, LossReason.REFUSED));
    }

    @Override
    public void onLocked(Conversation conversation) {
        List<CompletableFuture<Lock>> waiters;
        synchronized (this) {
            if (asked != conversation
                    || !(standing == Standing.WAITING || standing == Standing.ASKED && isAnswered())) {
                return;
            }
            standing = Standing.OWNED;
            waiters = takeWaiters();
        }
        tell(each -> each.onAcquired(this));
        waiters.forEach(waiter -> waiter.complete(this));
    }

    /**
     * Whether the server has answered, though whoever asked may not have noted it yet. What comes before the answer is about a
     * request before it, of a lock that was given back meanwhile.
     */
    private boolean isAnswered() {
        return answer.isDone() && !answer.isCompletedExceptionally();
    }

    @Override
    public void onStolen(Conversation conversation) {
        synchronized (this) {
            if (asked != conversation || standing != Standing.OWNED) {
                return;
            }
            standing = method.equals("lock") ? Standing.WAITING : Standing.STOLEN; // E39
        }
        tell(each -> each.onLost(this, LossReason.STOLEN));
    }

    void detached() {
        boolean wasOwned;
        synchronized (this) {
            if (standing == Standing.RELEASED) {
                return;
            }
            wasOwned = standing == Standing.OWNED;
            standing = Standing.UNASKED;
        }
        if (wasOwned) {
            tell(each -> each.onLost(this, LossReason.DISCONNECTED));
        }
    }

    void ended(Throwable cause) {
        finish(Standing.RELEASED, cause);
        first.completeExceptionally(cause);
    }

    @Override
    public CompletableFuture<Void> unlock() {
        Conversation conversation;
        boolean wasOwned;
        synchronized (this) {
            if (standing == Standing.RELEASED) {
                return CompletableFuture.completedFuture(null);
            }
            wasOwned = standing == Standing.OWNED;
            conversation = standing == Standing.UNASKED ? null : asked;
            standing = Standing.RELEASED; // Before the request: a reconnect at this moment must not ask again.
        }
        CompletableFuture<Void> reply = conversation == null || !conversation.isOpen()
                ? CompletableFuture.completedFuture(null)
                : conversation.unlock(name);
        finish(Standing.RELEASED, new CancellationException("lock " + name + " was unlocked"));
        first.cancel(false);
        gate.leave(this);
        CompletableFuture<Void> done = new CompletableFuture<>();
        reply.whenComplete((answer, failure) -> {
            if (conversation != null && wasOwned) {
                conversation.onLoop(() -> tell(each -> each.onLost(this, LossReason.UNLOCKED)));
            }
        });
        Futures.tell(reply, done);
        return done;
    }

    private void finish(Standing last, Throwable cause) {
        List<CompletableFuture<Lock>> waiters;
        synchronized (this) {
            standing = last;
            end = last == Standing.RELEASED ? cause : null;
            waiters = takeWaiters();
        }
        if (last == Standing.RELEASED) {
            registry.remove(this);
        }
        waiters.forEach(waiter -> waiter.completeExceptionally(cause));
    }

    private List<CompletableFuture<Lock>> takeWaiters() {
        List<CompletableFuture<Lock>> taken = new ArrayList<>(awaiting);
        awaiting.clear();
        return taken;
    }

    private void tell(Consumer<LockListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("A listener of lock {} failed", name, e);
        }
    }
}
