package dev.ovsdb.testkit.simulation;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.IdlBuilder;
import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.IdlState;
import dev.ovsdb.idl.View;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.metrics.IdlListener;
import dev.ovsdb.idl.store.InconsistentUpdateException;
import dev.ovsdb.idl.transaction.Ending;
import dev.ovsdb.idl.transaction.IdlTransaction;
import dev.ovsdb.idl.transaction.Success;
import dev.ovsdb.idl.transaction.TransactionOptions;
import dev.ovsdb.idl.transaction.WritableRow;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.operation.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A program with a replica: it listens, changes conditions, and transacts on what it reads. */
final class Follower implements IdlListener {
    private static final Duration LOOK = Duration.ofMillis(30);

    private final Simulation simulation;
    private final String name;
    private final Idl idl;
    private final boolean manual;
    private final SimLoop user; // Of the program; runs its functions and, with a manual pace, the replica.
    private final TransactionOptions options;
    private final List<Shadow> shadows = new ArrayList<>();
    private List<Long> buckets = List.of();
    private long conditions;

    /** @param session to share; null for one of its own */
    Follower(Simulation simulation, String name, Host host, @Nullable OvsdbClient session) {
        this.simulation = simulation;
        this.name = name;
        this.user = simulation.schedule().loop(name + " user");
        Dice dice = simulation.dice();
        this.manual = dice.oneIn(4);
        this.options = TransactionOptions.defaults()
                .withIds(IdSource.seeded(dice.next()))
                .withAttempts(dice.pick(2, 10, 100));
        IdlBuilder builder =
                Idl.of(interest(dice)).clock(simulation.schedule().clock).metrics(this);
        builder = manual ? builder.manual() : builder;
        this.idl = session == null ? builder.connect(simulation.session(host)) : builder.on(session);
        listen(Runnable::run);
        if (dice.oneIn(3)) {
            listen(user);
        }
        if (manual) {
            look();
        }
    }

    private static Interest interest(Dice dice) {
        return dice.oneIn(2)
                ? Interest.everything(SimSchema.NAME)
                : Interest.of(SimSchema.NAME)
                        .everyTable()
                        .table(SimSchema.ITEM, table -> table.everyColumn().index("text"))
                        .build();
    }

    private void listen(Executor executor) {
        Shadow shadow = new Shadow("listener " + (shadows.size() + 1) + " of " + name);
        shadows.add(shadow);
        idl.listen(executor, shadow);
    }

    private void look() {
        user.schedule(LOOK, () -> {
            idl.run();
            if (!idl.stopped().isDone()) {
                look();
            }
        });
    }

    Idl idl() {
        return idl;
    }

    SimLoop user() {
        return user;
    }

    @Override
    public void stateChanged(String database, IdlState state) {
        simulation.say(
                "%s is %s%s",
                name,
                state.phase(),
                state.cause().map(cause -> ": " + cause.getMessage()).orElse(""));
        state.cause().ifPresent(cause -> {
            if (cause instanceof InconsistentUpdateException) {
                throw new Violation(
                        name + " was told what does not fit what it was told before: " + cause.getMessage(), cause);
            }
        });
    }

    // ---- What it does.

    void transact() {
        Dice dice = simulation.dice();
        boolean durable = dice.oneIn(4);
        boolean increment = dice.oneIn(2);
        Ledger.Entry entry = simulation.ledger().begin(name, increment ? "read and add" : "read and edit", durable);
        long key = dice.below(SimSchema.KEYS);
        long choice = dice.below(100);
        long amount = increment ? dice.between(1, 9) : 0;
        String counter = increment ? "c" + dice.below(SimSchema.COUNTERS) : "";
        CompletableFuture<Ending> ended = idl.transactor()
                .with(durable ? options.durably() : options)
                .transactAsync(user, tx -> {
                    if (increment) {
                        add(tx, counter, amount);
                    } else {
                        edit(tx, key, choice);
                    }
                    tx.insert(SimSchema.LOG)
                            .set("token", (long) entry.token)
                            .set("who", name)
                            .set("counter", counter)
                            .set("amount", amount);
                });
        ended.whenComplete((ending, failure) -> {
            if (failure != null) {
                simulation.say("%s: %s", entry, failure);
                entry.failed(failure);
            } else {
                ended(entry, ending);
            }
        });
    }

    private static void add(IdlTransaction tx, String counter, long amount) {
        for (WritableRow row : tx.find(SimSchema.COUNTER, "name", Datum.of(counter))) {
            row.set("value", row.get("value").asLong() + amount);
            return;
        }
        throw new IllegalStateException("the replica has no counter " + counter);
    }

    private static void edit(IdlTransaction tx, long key, long choice) {
        List<WritableRow> found = tx.find(SimSchema.ITEM, "key", Datum.of(key));
        if (found.isEmpty()) {
            tx.insert(SimSchema.ITEM).set("key", key).set("bucket", choice % SimSchema.BUCKETS);
        } else if (choice < 15) {
            found.get(0).delete();
        } else if (choice < 40) {
            found.get(0).set("bucket", choice % SimSchema.BUCKETS);
        } else if (choice < 70) {
            found.get(0).add("tags", "g" + choice % 5);
        } else {
            found.get(0).set("text", found.get(0).get("text").asString().length() > 6 ? "" : "t" + choice);
        }
    }

    private void ended(Ledger.Entry entry, Ending ending) {
        if (ending instanceof Success) {
            entry.settle(Ledger.Fate.COMMITTED, ending);
            simulation.requireSeen(idl.client(), entry);
        } else if (ending instanceof Ending.Unknown) {
            entry.settle(Ledger.Fate.UNKNOWN, ending);
        } else if (ending instanceof Ending.Incomplete incomplete) {
            incomplete.later().thenAccept(later -> ended(entry, later));
        } else {
            Violation.unless(!(ending instanceof Ending.Unchanged), "%s ended as %s", entry, ending);
            entry.settle(Ledger.Fate.REFUSED, ending);
        }
    }

    /** A transaction of its session was acknowledged: what the replica shows must have it. */
    void requireSeen(OvsdbClient session, Ledger.Entry entry) {
        if (session != idl.client() || manual || !idl.state().isLive()) {
            return;
        }
        if (!hasToken(entry.token)) {
            throw new Violation(entry + ": the answer came before " + name + " was told of it, or it never was");
        }
    }

    private boolean hasToken(long token) {
        return !idl.table(SimSchema.LOG)
                .where(row -> row.get("token").asLong() == token)
                .isEmpty();
    }

    void changeConditions(List<Long> to) {
        buckets = to;
        Condition[] any =
                to.stream().map(bucket -> Condition.equal("bucket", bucket)).toArray(Condition[]::new);
        var change = idl.setConditions(MonitorConditions.of(SimSchema.ITEM, any));
        conditions = change.sequence();
        simulation.expect(change.applied(), "conditions " + to + " of " + name);
    }

    void close() {
        idl.close();
    }

    // ---- What must hold.

    /** Why it is not quiet; empty if it is. */
    String trouble(Ledger.Entry marker) {
        boolean second = simulation.isSecondSchema();
        if (!idl.state().isLive()) {
            return name + " is " + idl.state();
        }
        if (idl.conditionSequence() < conditions) {
            return name + " is by conditions " + idl.conditionSequence() + " of " + conditions;
        }
        if (idl.hasColumn(SimSchema.ITEM, "extra") != second) {
            return name + (second ? " lacks" : " still has") + " the column of the second schema";
        }
        if (!hasToken(marker.token)) {
            return name + " was not told of " + marker;
        }
        for (Shadow shadow : shadows) {
            if (!shadow.hasToken(marker.token)) {
                return shadow + " was not told of " + marker;
            }
        }
        return "";
    }

    void check(Map<String, Map<UUID, Row>> database) {
        try (View view = idl.view()) {
            for (String table : SimSchema.TABLES) {
                boolean all = !table.equals(SimSchema.ITEM) || buckets.isEmpty();
                LinkedHashSet<String> columns = new LinkedHashSet<>(SimSchema.columns(table));
                if (idl.hasColumn(table, "extra")) {
                    columns.add("extra");
                }
                Map<UUID, Row> expected = SimRows.of(
                        database.get(table),
                        columns,
                        row -> all || buckets.contains(row.require("bucket").asLong()));
                Map<UUID, Row> found = new LinkedHashMap<>();
                for (IdlRow row : view.table(table).rows()) {
                    found.put(row.uuid(), row.values());
                }
                SimRows.requireEqual(name, table, expected, found);
                for (Shadow shadow : shadows) {
                    SimRows.requireEqual(
                            "what was told",
                            table,
                            SimRows.of(expected, SimSchema.columns(table), row -> true),
                            SimRows.of(shadow.rows(table), SimSchema.columns(table), row -> true));
                }
            }
        }
    }
}
