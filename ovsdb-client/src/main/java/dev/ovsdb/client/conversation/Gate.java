package dev.ovsdb.client.conversation;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where calls wait for a conversation while there is none. Thread-safe.
 *
 * <p>While the gate is open a call passes with one volatile read. It opens only when those that waited have passed, in
 * their order, so that no call overtakes an earlier one of the same thread; who was taken by a conversation that ended
 * before it sent the request comes back to its old place. Passengers pass outside the lock: their futures may run anything.
 */
public final class Gate {
    private final EventLoop loop;
    private final boolean failFast;
    private final AtomicLong tickets = new AtomicLong();
    private final Map<Ticket, Waiting> waiting = new TreeMap<>(); // And its lock.
    private volatile @Nullable Conversation open;
    private @Nullable ConnectionClosedException ended;

    private record Waiting(Passenger passenger, EventLoop.Timer patience) {}

    /** @param failFast whether to refuse at once what would have to wait */
    public Gate(EventLoop loop, boolean failFast) {
        this.loop = loop;
        this.failFast = failFast;
    }

    /** The loop on which the session lives. */
    public EventLoop loop() {
        return loop;
    }

    /**
     * A place behind all that came before.
     *
     * @param request what the passenger is, in the words of the wire
     * @param patience how long it waits for a conversation; zero means for ever
     */
    public Ticket ticket(String request, Duration patience) {
        return new Ticket(tickets.getAndIncrement(), request, patience);
    }

    /** The conversation that calls pass to now, or null while they wait. */
    private @Nullable Conversation conversation() {
        Conversation now = open;
        return now != null && now.isOpen() ? now : null; // One that has just ended serves nobody: wait for the next.
    }

    /** Lets the passenger go, at once or later, or refuses it. */
    public void pass(Passenger passenger) {
        Conversation conversation = conversation();
        if (conversation != null) {
            passenger.go(conversation);
        } else {
            passUnless(passenger, null, null);
        }
    }

    /**
     * Lets a passenger go again, whose conversation has ended without sending its request; at another conversation, now or
     * later.
     *
     * @param failure what it is refused with if it may not wait
     */
    public void comeBack(Passenger passenger, Conversation from, RuntimeException failure) {
        try {
            passUnless(passenger, from, failure);
        } catch (RejectedExecutionException e) { // The loop is over, and nobody will come.
            passenger.refused(failure);
        }
    }

    private void passUnless(Passenger passenger, @Nullable Conversation unfit, @Nullable RuntimeException failure) {
        Conversation conversation;
        RuntimeException refusal = null;
        synchronized (waiting) {
            conversation = conversation();
            if (conversation == null || conversation == unfit) {
                conversation = null;
                refusal = refusalOrQueue(passenger, failure);
            }
        }
        if (conversation != null) {
            passenger.go(conversation);
        } else if (refusal != null) {
            passenger.refused(refusal);
        }
    }

    private @Nullable RuntimeException refusalOrQueue(Passenger passenger, @Nullable RuntimeException failure) {
        Ticket ticket = passenger.ticket();
        if (ended != null) {
            return refusal(ticket, ended);
        }
        if (failFast) {
            return failure != null
                    ? failure
                    : new ConnectionClosedException(ticket.request() + ": not connected", false, null);
        }
        waiting.put(ticket, new Waiting(passenger, patienceTimer(passenger, ticket)));
        return null;
    }

    /** Each passenger gets one of its own: failures are shown to different people. */
    private static ConnectionClosedException refusal(Ticket ticket, ConnectionClosedException cause) {
        return new ConnectionClosedException(ticket.request() + ": " + cause.getMessage(), false, cause.getCause());
    }

    private EventLoop.Timer patienceTimer(Passenger passenger, Ticket ticket) {
        return ticket.patience().isZero()
                ? () -> {}
                : loop.schedule(ticket.patienceLeft(loop.clock().nanoTime()), () -> patienceOver(passenger, ticket));
    }

    private void patienceOver(Passenger passenger, Ticket ticket) {
        synchronized (waiting) {
            if (waiting.remove(ticket) == null) {
                return;
            }
        }
        passenger.refused(RequestTimeoutException.notSent(ticket.request(), ticket.patience()));
    }

    /** Takes back a passenger that waits, if it does. */
    public void leave(Passenger passenger) {
        Waiting left;
        synchronized (waiting) {
            left = waiting.remove(passenger.ticket());
        }
        if (left != null) {
            left.patience().cancel();
        }
    }

    /** Lets everybody who waits go to a conversation, then everybody who comes; until it ends. */
    public void open(Conversation conversation) {
        List<Passenger> next = nextOrOpen(conversation);
        while (!next.isEmpty()) {
            next.forEach(passenger -> passenger.go(conversation));
            next = nextOrOpen(conversation);
        }
    }

    private List<Passenger> nextOrOpen(Conversation conversation) {
        synchronized (waiting) {
            if (!conversation.isOpen()) {
                return List.of(); // Those it did not send come back, and wait for the next.
            }
            if (waiting.isEmpty() && ended == null) {
                open = conversation;
            }
            return takeAll();
        }
    }

    /** From now on calls wait. */
    public void shut() {
        synchronized (waiting) {
            open = null;
        }
    }

    /** From now on calls are refused, as are those that wait. */
    public void end(ConnectionClosedException cause) {
        List<Passenger> refused;
        synchronized (waiting) {
            open = null;
            if (ended == null) {
                ended = cause;
            }
            refused = takeAll();
        }
        refused.forEach(passenger -> passenger.refused(refusal(passenger.ticket(), cause)));
    }

    private List<Passenger> takeAll() {
        List<Passenger> all = new ArrayList<>();
        for (Waiting each : waiting.values()) {
            each.patience().cancel();
            all.add(each.passenger());
        }
        waiting.clear();
        return all;
    }

    /** How many wait now. */
    public int size() {
        synchronized (waiting) {
            return waiting.size();
        }
    }
}
