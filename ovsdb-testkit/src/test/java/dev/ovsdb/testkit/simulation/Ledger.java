package dev.ovsdb.testkit.simulation;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.protocol.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/**
 * What was promised of each transaction: one that was acknowledged is in the database, once; one that was refused, or never sent, is
 * not; of one whose answer was lost nobody knows. Each leaves a row with its number in table Log.
 */
final class Ledger {
    enum Fate {
        PENDING,
        COMMITTED,
        REFUSED,
        UNKNOWN
    }

    private final List<Entry> entries = new ArrayList<>();
    private int tokens;

    /** One transaction. */
    static final class Entry {
        final int token;
        final String who;
        final String what;
        final boolean durable;
        Fate fate = Fate.PENDING;
        String how = "";
        private boolean powerFailed; // While the answer was awaited.

        Entry(int token, String who, String what, boolean durable) {
            this.token = token;
            this.who = who;
            this.what = what;
            this.durable = durable;
        }

        void settle(Fate end, Object because) {
            Violation.unless(fate == Fate.PENDING, "%s ended twice: %s and %s", this, how, because);
            boolean lost = powerFailed && !durable && end == Fate.COMMITTED; // Perhaps: the answer was under way then.
            fate = lost ? Fate.UNKNOWN : end;
            how = String.valueOf(because);
        }

        /** It ended with a failure of the conversation. */
        void failed(Throwable failure) {
            settle(fate(unwrapped(failure)), failure);
        }

        @Override
        public String toString() {
            return "transaction " + token + " (" + what + ") of " + who + ", " + fate + " " + how;
        }
    }

    static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static Fate fate(Throwable failure) {
        if (failure instanceof RemoteErrorException || failure instanceof OutboundLimitException) {
            return Fate.REFUSED;
        }
        if (failure instanceof ConnectionClosedException closed) {
            return closed.requestWritten() ? Fate.UNKNOWN : Fate.REFUSED;
        }
        if (failure instanceof RequestTimeoutException late) {
            return late.requestWritten() ? Fate.UNKNOWN : Fate.REFUSED;
        }
        if (failure instanceof CancellationException) {
            return Fate.UNKNOWN;
        }
        throw new Violation("a transaction failed in a way that nothing here can cause: " + failure, failure);
    }

    Entry begin(String who, String what, boolean durable) {
        Entry entry = new Entry(++tokens, who, what, durable);
        entries.add(entry);
        return entry;
    }

    /** What the disk had not synced is lost, perhaps. */
    void powerFailed() {
        pending().forEach(entry -> entry.powerFailed = true);
        committedEntries().stream().filter(entry -> !entry.durable).forEach(entry -> {
            entry.fate = Fate.UNKNOWN;
            entry.how += ", before the power failed";
        });
    }

    List<Entry> pending() {
        return entries.stream().filter(entry -> entry.fate == Fate.PENDING).toList();
    }

    List<Entry> committedEntries() {
        return entries.stream().filter(entry -> entry.fate == Fate.COMMITTED).toList();
    }

    int committed() {
        return committedEntries().size();
    }

    int size() {
        return entries.size();
    }

    /** Checks all of this against what the database holds. */
    void check(Map<String, Map<UUID, Row>> database) {
        Map<Long, Integer> found = new LinkedHashMap<>();
        Map<String, Long> sums = new LinkedHashMap<>();
        database.get(SimSchema.LOG).values().forEach(row -> {
            found.merge(row.require("token").asLong(), 1, Integer::sum);
            sums.merge(row.require("counter").asString(), row.require("amount").asLong(), Long::sum);
        });
        for (Entry entry : entries) {
            check(entry, found.getOrDefault((long) entry.token, 0));
        }
        database.get(SimSchema.COUNTER).values().forEach(row -> {
            String name = row.require("name").asString();
            long value = row.require("value").asLong();
            long sum = sums.getOrDefault(name, 0L);
            Violation.unless(value == sum, "counter %s is %d, but what was added to it comes to %d", name, value, sum);
        });
    }

    private static void check(Entry entry, int times) {
        Violation.unless(times <= 1, "%s was executed %d times", entry, times);
        Violation.unless(times == 1 || entry.fate != Fate.COMMITTED, "%s was acknowledged and is not there", entry);
        Violation.unless(times == 0 || entry.fate != Fate.REFUSED, "%s was refused and is there", entry);
    }
}
