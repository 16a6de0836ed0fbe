package dev.ovsdb.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void seedsDiffer() {
        assertThat(new Simulation(1, null).run().hash())
                .isNotEqualTo(new Simulation(2, null).run().hash());
    }
}
