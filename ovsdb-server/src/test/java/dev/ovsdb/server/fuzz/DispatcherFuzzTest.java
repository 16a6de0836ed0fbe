package dev.ovsdb.server.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ovsdb.jsonrpc.testing.CaughtLog;
import dev.ovsdb.jsonrpc.testing.Choices;

/**
 * Sessions that ask for anything, in any order and pieces: each request is answered once or its session ends, the database stays
 * sound, a session that behaves is told what is there, and nothing is left of the others.
 */
class DispatcherFuzzTest {
    private static final int MOST_STEPS = 40;

    @FuzzTest
    void dispatcher(byte[] bytes) {
        Choices choices = new Choices(bytes);
        try (CaughtLog log = new CaughtLog()) {
            play(choices);
            log.requireNoError();
        }
    }

    private static void play(Choices choices) {
        try (Stage stage = new Stage(choices)) {
            for (int i = 0; i < MOST_STEPS && !choices.isUsedUp(); i++) {
                stage.step();
            }
            stage.audit();
        }
    }
}
