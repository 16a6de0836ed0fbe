package dev.ovsdb.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation finds what it is there to find, and says what it is. */
class PlantedBugsIT {
    private static final int MOST_SEEDS = 1_000; // Ten seconds of one core, where nothing else runs.

    @ParameterizedTest
    @EnumSource
    void areFound(PlantedBug bug) throws Exception {
        long began = System.nanoTime();

        PlantedBug.Found found = bug.search(1, MOST_SEEDS)
                .orElseThrow(() -> new AssertionError(bug + " was not found by " + MOST_SEEDS + " seeds"));

        System.out.printf(
                Locale.ROOT,
                "%s: seed %d, the %d. of them, after %.1f s: %s%n",
                bug,
                found.seed(),
                found.seeds(),
                (System.nanoTime() - began) / 1e9,
                found.violation());
        assertThat(found.violation()).contains(bug.toldAs());
    }
}
