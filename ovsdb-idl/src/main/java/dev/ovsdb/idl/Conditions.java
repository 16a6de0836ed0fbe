package dev.ovsdb.idl;

import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.interest.TableInterest;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.operation.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a replica: those that its contents are by, and the changes of them that the server has not answered for. Changes
 * are numbered; one that is refused is as if it had never been set. Guarded by {@code this}; futures are completed outside.
 */
final class Conditions {
    private final List<Pending> pending = new ArrayList<>(); // In order.
    private final Map<String, Pending> latest = new LinkedHashMap<>(); // Of each table.
    private Interest settled;
    private volatile Interest wanted;
    private long set;
    private volatile long applied;

    /** A change that was set. */
    record Pending(long number, MonitorConditions conditions, CompletableFuture<Void> done) {}

    Conditions(Interest interest) {
        settled = interest;
        wanted = interest;
    }

    /** With all changes that were not refused. */
    Interest wanted() {
        return wanted;
    }

    /** Without the changes that nobody has answered for. */
    synchronized Interest settled() {
        return settled;
    }

    /** The changes that nobody has answered for, in order. */
    synchronized List<Pending> pending() {
        return List.copyOf(pending);
    }

    /** Whether nobody has answered for some change up to this one. */
    synchronized boolean isPending(long number) {
        return pending.stream().anyMatch(change -> change.number() <= number);
    }

    /** The number of the last change that was set. */
    synchronized long set() {
        return set;
    }

    /** The number of the last change that the contents are by. */
    long applied() {
        return applied;
    }

    /** A new change, of the tables whose conditions are not like these; null if there is none. */
    synchronized @Nullable Pending set(MonitorConditions conditions) {
        Map<String, List<Condition>> different = new LinkedHashMap<>();
        conditions.tables().forEach((table, where) -> {
            if (!where.equals(where(table))) {
                different.put(table, where);
            }
        });
        if (different.isEmpty()) {
            return null;
        }
        Pending change = new Pending(++set, new MonitorConditions(different), new CompletableFuture<>());
        pending.add(change);
        different.keySet().forEach(table -> latest.put(table, change));
        wanted = wanted.withConditions(change.conditions());
        return change;
    }

    /** The conditions that are wanted now of the tables that these are of. */
    synchronized MonitorConditions newest(MonitorConditions of) {
        Map<String, List<Condition>> newest = new LinkedHashMap<>();
        of.tables().keySet().forEach(table -> newest.put(table, where(table)));
        return new MonitorConditions(newest);
    }

    private List<Condition> where(String table) {
        TableInterest known = wanted.tables().get(table);
        return known == null ? List.of() : known.where();
    }

    /** The change with which these tables have come to the conditions that they have. */
    synchronized ConditionChange standing(MonitorConditions conditions) {
        long number = 0;
        List<CompletableFuture<Void>> left = new ArrayList<>();
        for (String table : conditions.tables().keySet()) {
            Pending change = latest.get(table);
            if (change != null) {
                number = Math.max(number, change.number());
                left.add(change.done());
            }
        }
        return new ConditionChange(number, CompletableFuture.allOf(left.toArray(new CompletableFuture<?>[0])));
    }

    /** The contents are by these changes now. The writer. */
    void applied(Predicate<Pending> which) {
        List<Pending> done = take(which, true);
        done.forEach(change -> {
            applied = Math.max(applied, change.number());
        });
        done.forEach(change -> change.done().complete(null));
    }

    /** These changes are void; says which they are. Their futures are still to be failed. */
    List<Pending> refused(Predicate<Pending> which) {
        return take(which, false);
    }

    private synchronized List<Pending> take(Predicate<Pending> which, boolean good) {
        List<Pending> taken = pending.stream().filter(which).toList();
        pending.removeAll(taken);
        for (Pending change : taken) {
            if (good) {
                settled = settled.withConditions(change.conditions());
            } else {
                latest.values().remove(change);
            }
        }
        Interest now = settled;
        for (Pending change : pending) {
            now = now.withConditions(change.conditions());
        }
        wanted = now;
        return taken;
    }
}
