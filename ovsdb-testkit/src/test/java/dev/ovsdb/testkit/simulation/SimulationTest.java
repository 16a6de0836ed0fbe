package dev.ovsdb.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few of the runs; {@link SimulationRun} is for many. {@code -Dseed=N} plays one again, and prints what happens. */
class SimulationTest {
    private static final Long SEED = Long.getLong("seed");
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 200);

    @Test
    void everySeedKeepsWhatMustHold() {
        if (SEED != null) {
            new Simulation(SEED, System.out::println).run();
            return;
        }
        for (long seed = 1; seed <= SEEDS; seed++) {
            long which = seed;
            assertThatCode(() -> new Simulation(which, null).run())
                    .as("seed %d; -Dseed=%d plays it again", seed, seed)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aSeedPlaysTheSameAgain() {
        for (long seed = 1_001; seed <= 1_010; seed++) {
            List<String> first = new ArrayList<>();
            List<String> again = new ArrayList<>();
            Simulation.Outcome outcome = new Simulation(seed, first::add).run();
            assertThat(new Simulation(seed, again::add).run())
                    .as("seed %d", seed)
                    .isEqualTo(outcome);
            assertThat(again).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Nested
    class WhatIsLoggedOnTheWay {
        private final Logger log = LoggerFactory.getLogger("dev.ovsdb.planted");
        private final List<String> read = new ArrayList<>();

        /** A run in which this is logged, once, as it begins. */
        private Simulation.Outcome run(Runnable logging) {
            return new Simulation(1, line -> {
                        read.add(line);
                        if (read.size() == 1) {
                            logging.run();
                        }
                    })
                    .run();
        }

        @Test
        void anErrorFailsTheSeed() {
            IllegalStateException cause = new IllegalStateException("for this reason");

            assertThatThrownBy(() -> run(() -> log.error("{} failed", "something", cause)))
                    .isInstanceOf(Violation.class)
                    .hasMessageStartingWith("an error was logged: ERROR dev.ovsdb.planted - something failed: " + cause)
                    .hasCause(cause);
        }

        @Test
        void aWarningDoesNotAndIsReadInItsPlace() {
            Simulation.Outcome outcome = run(() -> log.warn("something is odd"));

            assertThat(read.get(1)).endsWith("log: WARN dev.ovsdb.planted - something is odd");
            assertThat(outcome).isEqualTo(new Simulation(1, null).run());
        }

        @Test
        void aSeedThatFailsTellsAllOfIt() {
            assertThatThrownBy(() -> run(() -> {
                        log.warn("something is odd");
                        log.error("something failed");
                    }))
                    .hasMessageContainingAll(
                            "log: WARN dev.ovsdb.planted - something is odd\n",
                            "log: ERROR dev.ovsdb.planted - something failed");
        }

        @Test
        void anErrorOfALibraryIsNotOurs() {
            assertThatCode(() -> run(() -> LoggerFactory.getLogger("io.library").error("something failed")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void seedsDiffer() {
        assertThat(new Simulation(1, null).run().hash())
                .isNotEqualTo(new Simulation(2, null).run().hash());
    }
}
