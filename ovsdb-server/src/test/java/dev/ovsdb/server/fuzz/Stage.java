package dev.ovsdb.server.fuzz;

import dev.ovsdb.jsonrpc.testing.Choices;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.server.ManualLoops;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseFigures;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.engine.DatabaseView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A server with its guests and the one who watches. */
final class Stage implements AutoCloseable {
    private static final String REMOTE = "ptcp:6640";
    private static final int GUESTS = 3;

    private final Choices choices;
    private final MessageMaker messages;
    private final ManualLoops loops = new ManualLoops();
    private final List<Runnable> reading = new ArrayList<>();
    private final List<Guest> all = new ArrayList<>();
    private final Guest[] guests = new Guest[GUESTS];
    private final DatabaseHandler handler;
    private final OvsdbServer server;
    private final Watcher watcher;

    Stage(Choices choices) {
        this.choices = choices;
        this.messages = new MessageMaker(choices);
        handler = DatabaseHandler.builder()
                .database(Town.schema())
                .clock(loops.loop.clock())
                .ids(IdSource.seeded(1))
                .home(loops.loop)
                .readers(reading::add)
                .build();
        CompletableFuture<OvsdbServer> started = OvsdbServer.builder()
                .handler(handler)
                .connector(loops)
                .listen(REMOTE)
                .start();
        loops.loop.run();
        server = started.join();
        watcher = new Watcher(loops.connectTo(REMOTE), this::run);
    }

    private void run() {
        loops.loop.run();
        while (!reading.isEmpty()) {
            reading.remove(0).run();
            loops.loop.run();
        }
    }

    void step() {
        Guest guest = guest(choices.below(GUESTS));
        switch (choices.below(32)) {
            case 8 -> guest.sendGarbled(choices.raw(choices.below(24)));
            case 9, 12 -> advance(choices.below(20) * 100);
            case 10 -> guest.pause(choices.below(2) == 0);
            case 11 -> guest.leave(choices.below(2) == 0);
            case 7, 13, 14, 15, 16, 17 -> { // Without a run between: the next one may come in the same batch.
                guest.send(messages.next(), 0, this::run);
                return;
            }
            default -> guest.send(messages.next(), choices.pick(0, 0, 0, 1, 40), this::run);
        }
        run();
        watcher.follow();
    }

    private Guest guest(int index) {
        if (guests[index] == null || guests[index].isClosed()) {
            guests[index] = new Guest(loops.connectTo(REMOTE));
            all.add(guests[index]);
        }
        return guests[index];
    }

    private void advance(int milliseconds) {
        for (int left = milliseconds; left > 0; left -= 500) {
            loops.loop.advance(Duration.ofMillis(Math.min(left, 500)));
            run();
        }
    }

    /** Lets everything happen that is due, and then checks all. */
    void audit() {
        for (Guest guest : all) {
            if (!guest.isClosed()) {
                guest.pause(false);
            }
        }
        run();
        advance(3_000);
        all.forEach(Guest::audit);
        watcher.audit();
        try (DatabaseView view = handler.requireDatabase(Town.NAME).view()) {
            Soundness.check(view);
        }
    }

    /** Ends everything and checks that nothing is left. */
    @Override
    public void close() {
        all.stream().filter(guest -> !guest.isClosed()).forEach(guest -> guest.leave(true));
        run();
        DatabaseFigures figures = handler.requireDatabase(Town.NAME).figures();
        require(figures.monitors() == 1 && figures.blockedTransactions() == 0, "left behind: " + figures);
        require(server.sessions().size() == 1, "sessions left: " + server.sessions());
        CompletableFuture<Void> closed = server.closeAsync();
        for (int i = 0; i < 100_000 && !closed.isDone(); i++) { // Handlers are closed by a thread of their own.
            run();
            LockSupport.parkNanos(100_000);
        }
        require(closed.isDone(), "the server did not close");
        advance(60_000);
        require(loops.loop.timers() == 0, loops.loop.timers() + " timers are left");
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new AssertionError(problem);
        }
    }
}
