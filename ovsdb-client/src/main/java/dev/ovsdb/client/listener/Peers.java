package dev.ovsdb.client.listener;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.SessionState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The sessions of a listener, never more than its limit. Thread-safe. */
final class Peers {
    private final int limit;
    private final Set<OvsdbClient> sessions = new LinkedHashSet<>();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private int reserved;
    private boolean closed;

    Peers(int limit) {
        this.limit = limit;
    }

    /** Takes a place for a peer whose session is yet to be made. Says whether there was one. */
    synchronized boolean reserve() {
        if (closed || reserved >= limit) {
            return false;
        }
        reserved++;
        return true;
    }

    /** Gives a place back. */
    void release() {
        synchronized (this) {
            reserved--;
        }
        completeIfEmpty();
    }

    /** Keeps a session, which has a place, until it ends. */
    void track(OvsdbClient session) {
        boolean late;
        synchronized (this) {
            sessions.add(session);
            late = closed;
        }
        session.closed().whenComplete((done, failure) -> forget(session));
        if (late) {
            session.close();
        }
    }

    private void forget(OvsdbClient session) {
        synchronized (this) {
            sessions.remove(session);
        }
        release();
    }

    synchronized List<OvsdbClient> live() {
        return sessions.stream()
                .filter(session -> session.state() == SessionState.LIVE)
                .toList();
    }

    /** Ends all sessions, and those that are being made. Completes when they have ended. */
    CompletableFuture<Void> close() {
        List<OvsdbClient> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(sessions);
        }
        all.forEach(OvsdbClient::close);
        completeIfEmpty();
        return empty;
    }

    private void completeIfEmpty() {
        boolean over;
        synchronized (this) {
            over = closed && reserved == 0;
        }
        if (over) {
            empty.complete(null);
        }
    }
}
