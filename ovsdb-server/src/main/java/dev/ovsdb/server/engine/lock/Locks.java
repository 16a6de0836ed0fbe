package dev.ovsdb.server.engine.lock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who has which lock, and who waits for it: a queue for each lock, whose first is the owner.
 *
 * <p>The rules are the reference server's. Who was robbed stays in the queue, right behind the thief, unless he had stolen
 * the lock himself: then he has nothing left, but still has to unlock before he may ask again. When somebody leaves a queue,
 * its first is told that the lock is his, also if it was before.
 */
public final class Locks {
    private final Map<String, Deque<Claim>> queues = new HashMap<>(); // Never iterated.
    private final Map<LockHolder, Map<String, Claim>> claims = new IdentityHashMap<>(); // Never iterated.

    /** One who has a lock or waits for it. */
    private static final class Claim {
        private final LockHolder holder;
        private final boolean stealing;

        Claim(LockHolder holder, boolean stealing) {
            this.holder = holder;
            this.stealing = stealing;
        }
    }

    /** Whether the holder asked for the lock and has not unlocked it since. */
    public boolean isAskedFor(LockHolder holder, String lock) {
        return claimsOf(holder).containsKey(lock);
    }

    /** How many locks the holder has asked for and not unlocked since. */
    public int count(LockHolder holder) {
        return claimsOf(holder).size();
    }

    /** Whether the lock is the holder's. */
    public boolean owns(LockHolder holder, String lock) {
        Claim owner = owner(lock);
        return owner != null && owner.holder == holder;
    }

    /** The locks that the holder owns, those that it waits for, and those that were stolen from it for good, by name. */
    public Standing standing(LockHolder holder) {
        var standing = new Standing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        claimsOf(holder).forEach((lock, claim) -> {
            Deque<Claim> queue = queues.get(lock);
            boolean queued = queue != null && queue.contains(claim);
            (owns(holder, lock) ? standing.held : queued ? standing.waiting : standing.lost).add(lock);
        });
        return standing;
    }

    /** See {@link #standing}. */
    public record Standing(List<String> held, List<String> waiting, List<String> lost) {}

    /**
     * Takes the lock if it is free, else waits for it behind all others. {@link #isAskedFor} is false before.
     *
     * @return whether the lock is the holder's
     */
    public boolean lock(LockHolder holder, String lock) {
        Claim claim = claim(holder, lock, false);
        queue(lock).addLast(claim);
        return owner(lock) == claim;
    }

    /** Takes the lock, from its owner if it has one. {@link #isAskedFor} is false before. */
    public void steal(LockHolder holder, String lock) {
        Deque<Claim> queue = queue(lock);
        Claim victim = queue.peekFirst();
        if (victim != null && victim.stealing) {
            queue.removeFirst();
        }
        queue.addFirst(claim(holder, lock, true));
        if (victim != null) {
            victim.holder.stolen(lock);
        }
    }

    /** Gives the lock up, or the wait for it. {@link #isAskedFor} is true before. */
    public void unlock(LockHolder holder, String lock) {
        Map<String, Claim> own = claimsOf(holder);
        Claim claim = own.remove(lock);
        if (own.isEmpty()) {
            claims.remove(holder);
        }
        leave(lock, claim);
    }

    /** Gives up all that the holder has or waits for. */
    public void unlockAll(LockHolder holder) {
        for (String lock : new ArrayList<>(claimsOf(holder).keySet())) {
            unlock(holder, lock);
        }
    }

    private void leave(String lock, @Nullable Claim claim) {
        Deque<Claim> queue = queues.get(lock);
        if (claim == null || queue == null || !queue.remove(claim)) {
            return; // Robbed of a stolen lock.
        }
        Claim owner = queue.peekFirst();
        if (owner == null) {
            queues.remove(lock);
        } else {
            owner.holder.locked(lock);
        }
    }

    private Claim claim(LockHolder holder, String lock, boolean stealing) {
        var claim = new Claim(holder, stealing);
        claims.computeIfAbsent(holder, any -> new TreeMap<>()).put(lock, claim);
        return claim;
    }

    private Map<String, Claim> claimsOf(LockHolder holder) {
        return claims.getOrDefault(holder, new TreeMap<>());
    }

    private Deque<Claim> queue(String lock) {
        return queues.computeIfAbsent(lock, any -> new ArrayDeque<>());
    }

    private @Nullable Claim owner(String lock) {
        Deque<Claim> queue = queues.get(lock);
        return queue == null ? null : queue.peekFirst();
    }
}
