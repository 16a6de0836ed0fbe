package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last transactions, by their ids, so that a client that was away for a while need not read everything again. Confined to the
 * lane.
 *
 * <p>It begins with a random id that stands for the database as it was opened; so each state that a client can have seen has an
 * id. No more than a number of transactions are kept, and no more atoms than the database has, but always the last transaction.
 */
final class History {
    private final int limit;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private UUID before; // The id of the state before the first entry.
    private long atoms;

    private record Entry(long version, UUID id, List<RowChange> changes, long atoms) {}

    History(int limit, UUID opened) {
        this.limit = limit;
        this.before = opened;
    }

    void add(long version, UUID id, List<RowChange> changes, long databaseAtoms) {
        Entry entry = new Entry(version, id, changes, atoms(changes));
        entries.addLast(entry);
        atoms += entry.atoms();
        while (entries.size() > 1 && (entries.size() > limit || atoms > databaseAtoms)) {
            Entry oldest = entries.removeFirst();
            before = oldest.id();
            atoms -= oldest.atoms();
        }
    }

    /** Forgets what was executed after this version. */
    void fallBack(long version) {
        while (!entries.isEmpty() && entries.getLast().version() > version) {
            atoms -= entries.removeLast().atoms();
        }
    }

    /** The id of the last transaction, or of the opened database if there was none since. */
    UUID last() {
        return entries.isEmpty() ? before : entries.getLast().id();
    }

    /** What changed since a transaction, one list for each later one; null if it is not known, or too long ago. */
    @Nullable
    List<List<RowChange>> since(UUID id) {
        List<List<RowChange>> changes = new ArrayList<>();
        boolean found = id.equals(before);
        for (Entry entry : entries) {
            if (found) {
                changes.add(entry.changes());
            }
            found |= entry.id().equals(id);
        }
        return found ? changes : null;
    }

    int transactions() {
        return entries.size();
    }

    long atoms() {
        return atoms;
    }

    private static long atoms(List<RowChange> changes) {
        long sum = 0;
        for (RowChange change : changes) {
            sum += atoms(change);
        }
        return sum;
    }

    /** About how many atoms the change is about: of a large set that changed a little, a little. */
    private static long atoms(RowChange change) {
        RowImage before = change.before();
        RowImage after = change.after();
        int columns = change.table().layout().size() - 2;
        long sum = 0;
        for (int i = 0; i < columns; i++) {
            Datum old = before == null ? null : before.value(i);
            Datum now = after == null ? null : after.value(i);
            if (old == null || now == null) {
                sum += atoms(old == null ? now : old);
            } else if (old != now) {
                sum += Math.abs(atoms(old) - atoms(now)) + 1;
            }
        }
        return sum;
    }

    private static long atoms(@Nullable Datum value) {
        return value == null ? 0 : (long) value.size() * (value instanceof MapDatum ? 2 : 1);
    }
}
