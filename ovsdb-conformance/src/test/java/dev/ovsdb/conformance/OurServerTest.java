package dev.ovsdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.OvsdbServer;
import org.junit.jupiter.api.Test;

/** The built-in engine is held to every case. */
class OurServerTest {
    @Test
    void passes() {
        try (OvsdbServer server = Kit.engine()) {
            Report report =
                    Conformance.builder().server("ours", Kit.remote(server)).run();
            report.requirePassed();
            assertThat(report.of("ours").with(Outcome.NOT_OFFERED)).isEmpty();
        }
    }

    /** The same with the texts of errors. */
    @Test
    void passesToTheLetter() {
        try (OvsdbServer server = Kit.engine()) {
            Conformance.builder()
                    .server("ours", Kit.remote(server))
                    .exact(true)
                    .run()
                    .requirePassed();
        }
    }
}
