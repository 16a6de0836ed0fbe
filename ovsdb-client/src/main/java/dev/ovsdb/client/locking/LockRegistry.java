package dev.ovsdb.client.locking;

import dev.ovsdb.client.conversation.Conversation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The locks that a session asked for and has not given back, in the order in which it asked. Thread-safe. */
public final class LockRegistry {
    private final Map<String, LockHandle> locks = new LinkedHashMap<>();

    /** @throws IllegalStateException if the session holds or awaits a lock of that name already */
    synchronized void add(LockHandle lock) {
        if (locks.putIfAbsent(lock.name(), lock) != null) {
            throw new IllegalStateException("lock \"" + lock.name() + "\" was already asked for; unlock it first");
        }
    }

    synchronized void remove(LockHandle lock) {
        locks.remove(lock.name(), lock);
    }

    private synchronized List<LockHandle> snapshot() {
        return new ArrayList<>(locks.values());
    }

    /** The lock of that name, if the session asked for it. */
    public synchronized java.util.Optional<LockHandle> find(String name) {
        return java.util.Optional.ofNullable(locks.get(name));
    }

    /** A new connection is about to serve the session: asks for each lock that was asked for before. */
    public void attached(Conversation conversation) {
        snapshot().forEach(lock -> lock.askAgain(conversation));
    }

    /** The connection is gone, and the locks with it. */
    public void detached() {
        snapshot().forEach(LockHandle::detached);
    }

    /** The session has ended. */
    public void ended(Throwable cause) {
        snapshot().forEach(lock -> lock.ended(cause));
    }

    /** The locks that are not in place: not asked for on the present connection, or refused. */
    public List<String> missing() {
        return snapshot().stream()
                .filter(lock -> !lock.inPlace())
                .map(LockHandle::name)
                .toList();
    }
}
