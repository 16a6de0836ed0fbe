package dev.ovsdb.server.engine.wait;

import dev.ovsdb.server.data.RowChange;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The blocked transactions of one database, in order of arrival.
 *
 * <p>After each version those are executed again that name a table which it changed. One that is then blocked no more may make
 * a version itself; those that had their turn before are looked at once more for that when the round is over.
 */
public final class BlockedTransactions {
    private final Set<Blocked> waiting = new LinkedHashSet<>();
    private final Set<String> changed = new HashSet<>(); // Since the round began; never iterated.
    private boolean inRound;

    public int count() {
        return waiting.size();
    }

    public void add(Blocked transaction) {
        waiting.add(transaction);
    }

    public void remove(Blocked transaction) {
        waiting.remove(transaction);
    }

    /** A version was made: executes again whoever may have waited for it. */
    public void versionMade(Collection<RowChange> changes) {
        if (waiting.isEmpty()) {
            return;
        }
        changes.forEach(change -> changed.add(change.table().name()));
        if (!inRound) {
            inRound = true;
            try {
                executeRounds();
            } finally {
                inRound = false;
                changed.clear();
            }
        }
    }

    private void executeRounds() {
        while (!changed.isEmpty()) {
            Set<String> before = new HashSet<>(changed);
            changed.clear();
            for (Blocked transaction : List.copyOf(waiting)) {
                if (waiting.contains(transaction) && (names(transaction, before) || names(transaction, changed))) {
                    transaction.executeAgain();
                }
            }
        }
    }

    private static boolean names(Blocked transaction, Set<String> tables) {
        return !Collections.disjoint(transaction.tables(), tables);
    }

    /** Ends every wait, in order. */
    public void cancelAll() {
        List<Blocked> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Blocked::cancel);
    }
}
