package dev.ovsdb.testkit.simulation;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.SessionState;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.Assert;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A program with a session: it transacts, monitors, locks and converts. */
final class Writer {
    private final Simulation simulation;
    private final String name;
    private final Operations operations;
    private final OvsdbClient client;
    private final LockUser lock;
    private final List<Watch> watches = new ArrayList<>();
    private int watchesMade;
    private boolean alive;

    Writer(Simulation simulation, String name, Host host) {
        this.simulation = simulation;
        this.name = name;
        this.operations = new Operations(simulation.dice());
        this.client = simulation.session(host).start();
        this.lock = new LockUser(simulation, name, client);
    }

    OvsdbClient client() {
        return client;
    }

    LockUser lock() {
        return lock;
    }

    String name() {
        return name;
    }

    // ---- What it does.

    void transact() {
        Dice dice = simulation.dice();
        boolean durable = dice.oneIn(4);
        String what = dice.pick("increment", "increment", "items", "items", "items", "waiting", "aborted", "locked");
        Ledger.Entry entry = simulation.ledger().begin(name, what, durable);
        List<Operation> made = switch (what) {
            case "increment" -> operations.increment(entry);
            case "waiting" -> operations.waiting(entry);
            case "aborted" -> operations.aborted(entry);
            default -> operations.items(entry);
        };
        int changes = lock.changes();
        boolean locked = what.equals("locked");
        if (locked) {
            made = new ArrayList<>(made);
            made.addAll(0, lock.guard());
        }
        CompletableFuture<TransactionOutcome> answer =
                client.transact(SimSchema.NAME, durable ? Operations.durable(made) : made);
        answer.whenComplete((outcome, failure) -> {
            if (failure != null) {
                requireSent(entry, failure);
                entry.failed(failure);
                return;
            }
            boolean done = outcome.succeeded();
            entry.settle(done ? Ledger.Fate.COMMITTED : Ledger.Fate.REFUSED, outcome.firstError());
            if (locked) {
                lock.answered(changes, outcome);
            }
            if (done) {
                requireSeen(entry);
            }
        });
        if (dice.oneIn(20)) {
            simulation.soon(() -> simulation.expect(client.cancel(answer), "cancel by " + name));
        }
    }

    /** A call waits for a connection only while there is none. */
    private void requireSent(Ledger.Entry entry, Throwable failure) {
        boolean late =
                Ledger.unwrapped(failure) instanceof RequestTimeoutException timeout && !timeout.requestWritten();
        Violation.unless(
                !late || client.state() != SessionState.LIVE, "%s was not sent, though the session is live", entry);
    }

    /** Own changes are told before the answer is. */
    private void requireSeen(Ledger.Entry entry) {
        Violation.unless(!entry.what.equals("aborted"), "%s was to be aborted", entry);
        for (Watch watch : watches) {
            if (watch.trouble().isEmpty() && !watch.mirror().hasToken(entry.token)) {
                throw new Violation(entry + ": the answer came before the update that tells of it, or without it");
            }
        }
        simulation.requireSeen(client, entry);
    }

    /** Reads what somebody was told is there. */
    void readBack(Ledger.Entry entry) {
        CompletableFuture<TransactionOutcome> answer = client.transact(
                SimSchema.NAME,
                Select.from(SimSchema.LOG)
                        .where(Condition.equal("token", entry.token))
                        .build());
        simulation.expect(answer, "select by " + name);
        answer.whenComplete((outcome, failure) -> {
            if (failure == null && entry.fate == Ledger.Fate.COMMITTED) {
                List<Row> rows = outcome.requireSuccess().rows(0);
                Violation.unless(rows.size() == 1, "%s was acknowledged; it is read as %s", entry, rows);
            }
        });
    }

    void watch() {
        if (watches.size() < 2) {
            watches.add(new Watch(simulation, "monitor " + ++watchesMade + " of " + name, client));
        } else {
            watches.remove(simulation.dice().below(watches.size())).cancel();
        }
    }

    void changeConditions(List<Long> buckets) {
        if (!watches.isEmpty()) {
            simulation.dice().pick(watches).changeConditions(buckets);
        }
    }

    void convert(boolean second) {
        CompletableFuture<Void> converted = client.convert(SimSchema.NAME, second ? SimSchema.SECOND : SimSchema.FIRST);
        simulation.expect(converted, "convert by " + name);
    }

    /** Asks for a sign of life, until there is one: a session that is cut off does not know. */
    void askForLife() {
        alive = false;
        client.echo().whenComplete((answer, failure) -> {
            alive = failure == null;
            if (failure != null && !client.closed().isDone()) {
                askForLife();
            }
        });
    }

    /** Asks whether the server agrees on who owns the lock. */
    void probeLock() {
        Ledger.Entry entry = simulation.ledger().begin(name, "probe of the lock", false);
        List<Operation> asserted = List.of(new Assert(LockUser.NAME), operations.log(entry, "", 0));
        client.transact(SimSchema.NAME, asserted).whenComplete((outcome, failure) -> {
            if (failure != null) {
                entry.failed(failure); // It took too long.
                return;
            }
            entry.settle(outcome.succeeded() ? Ledger.Fate.COMMITTED : Ledger.Fate.REFUSED, outcome.firstError());
            Violation.unless(
                    outcome.succeeded() == lock.owns(),
                    "%s, in quiet: %s it owns the lock, the server says %s",
                    name,
                    lock.owns() ? "it believes that" : "it does not believe that",
                    outcome);
        });
    }

    void close() {
        client.close();
    }

    // ---- What must hold.

    /** Why it is not quiet; empty if it is. */
    String trouble(Ledger.Entry marker) {
        if (client.state() != SessionState.LIVE || client.pendingCalls() != 0) {
            return name + " is " + client.state() + " with " + client.pendingCalls() + " calls";
        }
        if (!alive) {
            return name + " has no sign of life";
        }
        for (Watch watch : watches) {
            String trouble = watch.trouble();
            if (!trouble.isEmpty()) {
                return trouble;
            }
            if (!watch.mirror().hasToken(marker.token)) {
                return watch + " was not told of " + marker;
            }
        }
        return client.health().isUp() ? "" : name + " is not well: " + client.health();
    }

    void check(Map<String, Map<UUID, Row>> database) {
        watches.forEach(watch -> watch.check(database));
    }
}
