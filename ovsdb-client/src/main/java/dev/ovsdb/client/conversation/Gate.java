package dev.ovsdb.client.conversation;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where calls wait for a conversation while there is none. Thread-safe.
 *
 * <p>While the gate is open a call passes with one volatile read. It opens only when those that waited have passed, in
 * their order, so that no call overtakes an earlier one of the same thread. Passengers pass outside the lock: their futures
 * may run anything.
 */
public final class Gate {
    private final EventLoop loop;
    private final boolean failFast;
    private final Map<Passenger, EventLoop.Timer> waiting = new LinkedHashMap<>();
    private volatile @Nullable Conversation open;
    private @Nullable RuntimeException ended;

    /** @param failFast whether to refuse at once what would have to wait */
    public Gate(EventLoop loop, boolean failFast) {
        this.loop = loop;
        this.failFast = failFast;
    }

    /** The conversation that calls pass to now, or null while they wait. */
    public @Nullable Conversation conversation() {
        Conversation now = open;
        return now != null && now.isOpen() ? now : null; // One that has just ended serves nobody: wait for the next.
    }

    /** Lets the passenger go, at once or later, or refuses it. */
    public void pass(Passenger passenger) {
        Conversation conversation = conversation();
        if (conversation == null) {
            RuntimeException refusal;
            synchronized (waiting) {
                conversation = conversation();
                refusal = conversation == null ? refusalOrQueue(passenger) : null;
            }
            if (refusal != null) {
                passenger.refused(refusal);
            }
        }
        if (conversation != null) {
            passenger.go(conversation);
        }
    }

    private @Nullable RuntimeException refusalOrQueue(Passenger passenger) {
        if (ended != null) {
            return ended;
        }
        if (failFast) {
            return new ConnectionClosedException(passenger.requestName() + ": not connected", false, null);
        }
        waiting.put(passenger, patienceTimer(passenger));
        return null;
    }

    private EventLoop.Timer patienceTimer(Passenger passenger) {
        return passenger.patience().isZero()
                ? () -> {}
                : loop.schedule(passenger.patience(), () -> patienceOver(passenger));
    }

    private void patienceOver(Passenger passenger) {
        synchronized (waiting) {
            if (waiting.remove(passenger) == null) {
                return;
            }
        }
        passenger.refused(new RequestTimeoutException(passenger.requestName(), passenger.patience()));
    }

    /** Takes back a passenger that waits. Says whether it did; else it has passed or was refused. */
    public boolean leave(Passenger passenger) {
        EventLoop.Timer timer;
        synchronized (waiting) {
            timer = waiting.remove(passenger);
        }
        if (timer != null) {
            timer.cancel();
        }
        return timer != null;
    }

    /** Lets everybody who waits go to a conversation, then everybody who comes. */
    public void open(Conversation conversation) {
        List<Passenger> next = nextOrOpen(conversation);
        while (!next.isEmpty()) {
            next.forEach(passenger -> passenger.go(conversation));
            next = nextOrOpen(conversation);
        }
    }

    private List<Passenger> nextOrOpen(Conversation conversation) {
        synchronized (waiting) {
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
    public void end(RuntimeException cause) {
        List<Passenger> refused;
        synchronized (waiting) {
            open = null;
            if (ended == null) {
                ended = cause;
            }
            refused = takeAll();
        }
        refused.forEach(passenger -> passenger.refused(cause));
    }

    private List<Passenger> takeAll() {
        List<Passenger> all = new ArrayList<>(waiting.keySet());
        waiting.values().forEach(EventLoop.Timer::cancel);
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
