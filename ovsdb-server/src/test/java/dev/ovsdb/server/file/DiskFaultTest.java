package dev.ovsdb.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.storage.Durability;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A scripted run in which one operation on the disk after the other fails, once or from there on. */
class DiskFaultTest {
    @Test
    void whereverTheDiskFailsOnceNothingAcceptedIsLost() {
        long operations = script(files -> {}).files.operations();
        for (long at = 0; at < operations; at++) {
            long first = at;
            Rig rig = script(files -> files.fail(first - files.operations(), 1));
            rig.files.heal();
            requireAllAccepted(rig, at);
            goOn(rig, at);
        }
    }

    @Test
    void whereverTheDiskBecomesFullNothingAcceptedIsLost() {
        long operations = script(files -> {}).files.operations();
        for (long at = 0; at < operations; at++) {
            long first = at;
            Rig rig = script(files -> files.fill(first - files.operations()));
            assertThat(rig.broken).as("operation %s", at).isNull();
            rig.files.heal();
            requireAllAccepted(rig, at);
            goOn(rig, at);
        }
    }

    /** Three rounds of transactions, a compaction in the second one. */
    private static Rig script(Consumer<FaultFileSystem> fault) {
        Rig rig = new Rig(7);
        rig.open();
        fault.accept(rig.files);
        for (int i = 0; i < 10; i++) {
            rig.append(2, i % 2 == 0 ? Durability.SYNCED : Durability.WRITTEN);
            rig.syncing.runOne();
        }
        rig.compact();
        do {
            rig.append(1, Durability.SYNCED);
        } while (rig.rewriting.runOne() | rig.lane.runOne());
        rig.settle();
        for (int i = 0; i < 5; i++) {
            rig.append(2, Durability.SYNCED);
            rig.settle();
        }
        return rig;
    }

    private static void requireAllAccepted(Rig rig, long at) {
        assertThat(rig.stored()).as("operation %s", at).isEqualTo(rig.model.kept(rig.accepted));
    }

    /** Once there is room, the storage goes on, or says that it is broken; then a new one does. */
    private static void goOn(Rig rig, long at) {
        Rig next = rig;
        if (rig.broken != null) {
            rig.storage.close();
            next = new Rig(rig.files, rig.model);
            next.open();
        }
        long before = next.accepted;
        next.append(3, Durability.SYNCED);
        next.settle();
        assertThat(next.accepted).as("operation %s", at).isEqualTo(before + 3);
        assertThat(next.durable).as("operation %s", at).isEqualTo(before + 3);
        requireAllAccepted(next, at);
    }
}
