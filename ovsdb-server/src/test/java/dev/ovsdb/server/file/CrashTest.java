package dev.ovsdb.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.cases.Rounds;
import dev.ovsdb.server.storage.Durability;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The machine loses power at a random moment of mixed work, compactions among it, again and again on the same files. */
class CrashTest {
    private static final int CRASHES = Rounds.of(1_000);
    private static final int FRESH = 20; // After so many crashes a new file, so that files stay small.

    @Test
    void noAcknowledgedDurableTransactionIsLostAndNoneIsHalfApplied() {
        for (long seed = 0; seed < CRASHES / FRESH; seed++) {
            Random random = new Random(seed);
            Rig rig = new Rig(seed);
            for (int crash = 0; crash < FRESH; crash++) {
                rig = survive(rig, random, "seed " + seed + ", crash " + crash);
            }
        }
    }

    private static Rig survive(Rig rig, Random random, String which) {
        rig.open();
        int steps = random.nextInt(60);
        for (int i = 0; i < steps; i++) {
            step(rig, random);
        }
        long durable = rig.durable;
        rig.files.crash(random);
        Map<UUID, Row> found = new Rig(rig.files, rig.model).stored();
        long version = rig.accepted;
        while (version >= durable && !found.equals(rig.model.kept(version))) {
            version--;
        }
        assertThat(version).as("a version no older than %s, %s", durable, which).isGreaterThanOrEqualTo(durable);
        rig.model.fallBack(version);
        return new Rig(rig.files, rig.model);
    }

    private static void step(Rig rig, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> rig.compact();
            case 1 -> rig.syncing.runOne();
            case 2, 3 -> rig.rewriting.runOne();
            case 4 -> rig.lane.runOne();
            case 5 -> rig.append(1 + random.nextInt(5), Durability.SYNCED);
            default -> rig.append(1 + random.nextInt(5), Durability.WRITTEN);
        }
    }
}
