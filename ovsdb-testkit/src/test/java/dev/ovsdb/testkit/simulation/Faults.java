package dev.ovsdb.testkit.simulation;

import java.time.Duration;

/** What goes wrong, by chance: how often, and of which kinds, is each run's own. */
final class Faults {
    private final Simulation simulation;
    private final Schedule schedule;
    private final SimNetwork network;
    private final SimServer server;
    private final Dice dice;
    private final int percent;
    private final boolean restarts;

    Faults(Simulation simulation, SimNetwork network, SimServer server) {
        this.simulation = simulation;
        this.schedule = simulation.schedule();
        this.network = network;
        this.server = server;
        this.dice = simulation.dice();
        this.percent = dice.pick(0, 8, 16, 30);
        this.restarts = dice.oneIn(2);
    }

    int percent() {
        return percent;
    }

    void one() {
        switch (dice.below(restarts ? 12 : 8)) {
            case 0 -> network.refuse(Duration.ofMillis(dice.below(5_000)));
            case 1 -> network.fallSilent(Duration.ofMillis(dice.below(5_000)));
            case 8 -> end(false);
            case 9 -> end(true);
            case 10, 11 -> stop();
            default -> cut();
        }
    }

    private void cut() {
        if (network.links().isEmpty()) {
            return;
        }
        Link link = dice.pick(network.links());
        switch (dice.below(6)) {
            case 0, 1, 2 -> link.reset();
            case 3, 4 -> link.close();
            default -> {
                int ways = dice.between(1, 3);
                link.swallow((ways & 1) != 0, (ways & 2) != 0);
            }
        }
    }

    private void end(boolean power) {
        if (server.isStarted()) {
            server.kill(power);
            if (power) {
                simulation.ledger().powerFailed();
            }
            startLater();
        }
    }

    private void stop() {
        if (server.isStarted()) {
            simulation.expect(server.stop().thenRun(this::startLater), "the end of the server");
        }
    }

    private void startLater() {
        schedule.later(Duration.ofMillis(dice.below(4_000)), server::start);
    }

    /** What is wrong now stays so, but for what is asked anew. */
    void end() {
        network.heal();
    }
}
