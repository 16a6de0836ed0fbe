package dev.ovsdb.testkit.simulation;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.client.schema.SchemaCache;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run: a server, a few sessions and replicas, what they do, and what goes wrong between them, all by one seed. Once or twice there is a
 * quiet moment, at which everything must have come to rest and be equal; at the end all is closed, and nothing may be left.
 */
public final class Simulation {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final long seed;
    private final Dice dice;
    private final Trace trace;
    private final Schedule schedule;
    private final SimNetwork network;
    private final SimServer server;
    private final Ledger ledger = new Ledger();
    private final List<Writer> writers = new ArrayList<>();
    private final List<Follower> followers = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();
    private final Map<CompletableFuture<?>, String> expected = new LinkedHashMap<>();
    private final Faults faults;
    private int epochs;

    /** @param reader gets a line for each thing that happens; null for none */
    public Simulation(long seed, @Nullable Consumer<String> reader) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.trace = new Trace(reader);
        this.schedule = new Schedule(dice, trace);
        this.network = new SimNetwork(schedule);
        this.server = new SimServer(network);
        this.faults = new Faults(this, network, server);
    }

    /**
     * What a run was.
     *
     * @param hash of everything that happened, in order
     */
    public record Outcome(long hash, long events, int transactions, int committed) {}

    /** @throws Violation if something did not hold */
    public Outcome run() {
        Violation.forget();
        try (RunLog log = new RunLog(schedule)) {
            try {
                play();
            } catch (RuntimeException e) {
                throw log.with(new Violation("the simulation itself failed: " + e, e));
            } catch (Violation e) {
                throw log.with(e);
            }
        } finally {
            Violation.forget();
        }
        return new Outcome(trace.hash(), trace.events(), ledger.size(), ledger.committed());
    }

    private void play() {
        begin();
        for (int round = dice.between(1, 2); round > 0; round--) {
            work(dice.between(6, 22));
            comeToRest();
        }
        close();
        Violation.rethrow(); // What was logged outside of any task.
    }

    // ---- For its parts.

    Dice dice() {
        return dice;
    }

    Schedule schedule() {
        return schedule;
    }

    Ledger ledger() {
        return ledger;
    }

    int nextEpoch() {
        return ++epochs;
    }

    void say(String format, @Nullable Object... arguments) {
        schedule.say(format, arguments);
    }

    /** Something that must have an end, whatever end, by the next quiet moment. */
    void expect(CompletableFuture<?> future, String what) {
        say("%s", what);
        if (!future.isDone()) {
            expected.put(future, what);
            future.whenComplete((done, failure) -> {
                expected.remove(future);
                say("%s has ended: %s", what, failure == null ? "well" : failure);
            });
        }
    }

    void soon(Runnable what) {
        schedule.later(Duration.ofNanos(1_000L * dice.below(3_000)), what);
    }

    OvsdbClientBuilder session(Host host) {
        OvsdbClientBuilder builder = OvsdbClient.builder()
                .remotes(SimNetwork.REMOTE)
                .connector(host)
                .ids(IdSource.seeded(dice.next()))
                .schemaCache(SchemaCache.create(100, Duration.ofHours(1), schedule.clock));
        if (dice.oneIn(2)) {
            builder.backoff(
                    BackoffOptions.defaults().withMin(Duration.ofMillis(5)).withMax(Duration.ofMillis(200)));
        }
        if (dice.oneIn(4)) {
            builder.transactTimeout(Duration.ofSeconds(2)).downloadTimeout(Duration.ofSeconds(2));
            builder.callTimeout(Duration.ofSeconds(2));
        }
        if (dice.oneIn(6)) {
            builder.database(SimSchema.NAME);
        }
        return builder;
    }

    boolean isSecondSchema() {
        return server.handler()
                .requireDatabase(SimSchema.NAME)
                .schema()
                .requireTable(SimSchema.ITEM)
                .column("extra")
                .isPresent();
    }

    void requireSeen(OvsdbClient session, Ledger.Entry entry) {
        followers.forEach(follower -> follower.requireSeen(session, entry));
    }

    // ---- What happens.

    private void begin() {
        server.start();
        CompletableFuture<?> first = server.handler()
                .requireDatabase(SimSchema.NAME)
                .transact(Operations.durable(new Operations(dice).first()))
                .thenAccept(outcome -> outcome.requireSuccess());
        schedule.pass(Duration.ofMillis(10));
        Violation.unless(first.isDone() && !first.isCompletedExceptionally(), "the database cannot be filled");
        for (int i = dice.between(1, 3); i > 0; i--) {
            hosts.add(new Host(network, "host" + i, dice.between(1, 2)));
        }
        for (int i = dice.between(1, 3); i > 0; i--) {
            writers.add(new Writer(this, "writer" + i, dice.pick(hosts)));
        }
        for (int i = dice.between(0, 2); i > 0; i--) {
            @Nullable OvsdbClient session = dice.oneIn(4) ? dice.pick(writers).client() : null;
            followers.add(new Follower(this, "replica" + i, dice.pick(hosts), session));
        }
    }

    private void work(int actions) {
        for (int i = 0; i < actions; i++) {
            act();
            wander();
        }
    }

    private void wander() {
        switch (dice.below(10)) {
            case 0 -> schedule.pass(Duration.ofMillis(dice.below(4_000)));
            case 1, 2 -> schedule.pass(Duration.ofMillis(dice.below(40)));
            case 3, 4, 5 -> schedule.pass(Duration.ofNanos(1_000L * dice.below(3_000)));
            default -> {
                for (int i = dice.below(25); i > 0; i--) {
                    schedule.step(schedule.now() + Duration.ofMillis(100).toNanos());
                }
            }
        }
    }

    private void act() {
        if (dice.below(100) < faults.percent()) {
            faults.one();
            return;
        }
        int choice = dice.below(100);
        if (choice < 35 || followers.isEmpty() && choice < 60) {
            as(dice.pick(writers), Writer::transact);
        } else if (choice < 60) {
            dice.pick(followers).transact();
        } else if (choice < 70) {
            as(dice.pick(writers), Writer::watch);
        } else if (choice < 80) {
            lock(dice.pick(writers));
        } else if (choice < 90) {
            changeConditions();
        } else if (choice < 93) {
            as(dice.pick(writers), writer -> writer.convert(dice.oneIn(2)));
        } else {
            readBack(dice.pick(writers));
        }
    }

    /** On the session's own loop, or on a thread that is none. */
    private void as(Writer writer, Consumer<Writer> action) {
        if (dice.oneIn(2)) {
            action.accept(writer);
        } else {
            writer.client().eventLoop().execute(() -> action.accept(writer));
        }
    }

    private void lock(Writer writer) {
        boolean steal = dice.oneIn(4);
        boolean keep = dice.oneIn(2) || !writer.lock().wants();
        boolean again = dice.oneIn(2);
        as(writer, who -> {
            if (who.lock().wants() && !keep) {
                who.lock().giveBack();
            }
            if (keep || again) {
                who.lock().ask(steal);
            }
        });
    }

    private void changeConditions() {
        List<Long> buckets = new ArrayList<>();
        for (long i = 0; i < SimSchema.BUCKETS; i++) {
            if (dice.oneIn(3)) {
                buckets.add(i);
            }
        }
        if (!followers.isEmpty() && dice.oneIn(2)) {
            dice.pick(followers).changeConditions(buckets);
        } else {
            as(dice.pick(writers), writer -> writer.changeConditions(buckets));
        }
    }

    private void readBack(Writer writer) {
        List<Ledger.Entry> known = ledger.committedEntries();
        if (!known.isEmpty()) {
            Ledger.Entry entry = dice.pick(known);
            as(writer, who -> who.readBack(entry));
        }
    }

    // ---- The quiet moment.

    private void comeToRest() {
        say("nothing more goes wrong, and nobody asks for more");
        faults.end();
        awaitServer();
        await(mark());
        schedule.pass(Operations.LONGEST_WAIT); // Of a transaction whose client is gone.
        await(mark());
        Map<String, Map<UUID, Row>> database = server.stored();
        ledger.check(database);
        writers.forEach(writer -> writer.check(database));
        followers.forEach(follower -> follower.check(database));
        checkLock();
    }

    private void await(Ledger.Entry marker) {
        writers.forEach(Writer::askForLife);
        long end = schedule.now() + PATIENCE.toNanos();
        String trouble = trouble(marker);
        while (!trouble.isEmpty()) {
            if (schedule.now() >= end) {
                throw new Violation("after " + PATIENCE + " of quiet " + trouble);
            }
            schedule.pass(Duration.ofMillis(200));
            trouble = trouble(marker);
        }
    }

    private void awaitServer() {
        for (int i = 0; i < 100 && !server.isStarted(); i++) {
            schedule.pass(Duration.ofSeconds(1));
        }
        Violation.unless(server.isStarted(), "the server does not end, or does not start");
    }

    /** Writes what everybody must be told of: who is cut off and does not know is not quiet. */
    private Ledger.Entry mark() {
        Ledger.Entry entry = ledger.begin("the server", "marker", true);
        server.handler()
                .requireDatabase(SimSchema.NAME)
                .transact(Operations.durable(List.of(new Operations(dice).log(entry, "", 0))))
                .whenComplete((outcome, failure) -> {
                    Violation.unless(failure == null && outcome.succeeded(), "%s failed: %s", entry, outcome);
                    entry.settle(Ledger.Fate.COMMITTED, "done");
                });
        return entry;
    }

    /** Why there is no quiet; empty if there is. */
    private String trouble(Ledger.Entry marker) {
        if (!ledger.pending().isEmpty()) {
            return "there is no answer to " + ledger.pending();
        }
        if (!expected.isEmpty()) {
            return "there is no end of " + expected.values();
        }
        for (Writer writer : writers) {
            String trouble = writer.trouble(marker);
            if (!trouble.isEmpty()) {
                return trouble;
            }
        }
        for (Follower follower : followers) {
            String trouble = follower.trouble(marker);
            if (!trouble.isEmpty()) {
                return trouble;
            }
        }
        // The server may have to find out first that an owner's connection is only half open.
        boolean queued = writers.stream().anyMatch(writer -> writer.lock().isQueued());
        return queued && owners().isEmpty() ? "nobody owns the lock, and some wait for it" : "";
    }

    private List<String> owners() {
        List<String> owners = new ArrayList<>();
        for (Writer writer : writers) {
            if (writer.lock().wants() && writer.lock().owns()) {
                owners.add(writer.name());
            }
        }
        return owners;
    }

    private void checkLock() {
        List<String> owners = owners();
        List<String> waiting = new ArrayList<>();
        for (Writer writer : writers) {
            if (writer.lock().wants() && !owners.contains(writer.name())) {
                waiting.add(writer.name());
            }
        }
        say("the lock is owned by %s, %s wait", owners, waiting);
        Violation.unless(owners.size() < 2, "%s own one lock", owners);
        if (!waiting.isEmpty() || !owners.isEmpty()) {
            writers.forEach(Writer::probeLock);
            for (int i = 0; i < 200 && !ledger.pending().isEmpty(); i++) {
                schedule.pass(Duration.ofMillis(200));
            }
            Violation.unless(ledger.pending().isEmpty(), "there is no answer to %s", ledger.pending());
        }
    }

    // ---- The end.

    private void close() {
        say("everything is closed");
        followers.forEach(Follower::close);
        writers.forEach(Writer::close);
        schedule.pass(Duration.ofMinutes(1));
        writers.forEach(writer ->
                Violation.unless(writer.client().closed().isDone(), "session %s is not closed", writer.name()));
        for (Follower follower : followers) {
            Violation.unless(follower.idl().stopped().isDone(), "a replica has not stopped");
            Violation.unless(follower.idl().client().closed().isDone(), "a replica's session is not closed");
            requireIdle(follower.user());
        }
        hosts.forEach(host -> host.loops().forEach(Simulation::requireIdle));
        Violation.unless(network.links().isEmpty(), "connections are left: %s", network.links());
        Violation.unless(
                server.server().sessions().isEmpty(),
                "sessions are left: %s",
                server.server().sessions());
        CompletableFuture<Void> stopped = server.stop();
        schedule.pass(Duration.ofMinutes(1));
        Violation.unless(stopped.isDone(), "the server does not stop");
        stopped.join();
        server.stopped().forEach(Simulation::requireIdle);
    }

    private static void requireIdle(SimLoop loop) {
        Violation.unless(loop.timers() == 0, "%d timers of %s are left", loop.timers(), loop);
        Violation.unless(loop.isEmpty(), "%s has something left to do", loop);
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}
