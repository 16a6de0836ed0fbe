package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.cases.Rounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a database, what its monitors send adds up to what they were to show. */
class MonitorPropertyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void clientsEndWithTheRowsThatTheyAskedFor(int stepsApart) {
        int resumed = 0;
        for (long seed = 1; seed <= Rounds.of(40); seed++) {
            RandomMonitors run = new RandomMonitors(seed, stepsApart);
            try {
                run.play(250);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", " + stepsApart + " steps apart: " + e.getMessage(), e);
            }
            resumed += run.resumed();
        }
        assertThat(resumed).as("clients that went on where they were").isPositive();
    }

    @Test
    void nothingIsKeptOnceAllAreGone() {
        RandomMonitors run = new RandomMonitors(7, 16);
        run.play(250);
        run.closeAll();
        assertThat(run.hub().monitors()).isZero();
        assertThat(run.hub().subscriptions()).isZero();
        assertThat(run.hub().waitingSteps()).isZero();
        assertThat(run.store().pins()).isEmpty();
    }
}
