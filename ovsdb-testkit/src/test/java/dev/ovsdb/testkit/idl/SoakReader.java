package dev.ovsdb.testkit.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.View;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Takes views, one after the other, and looks whether each holds what every transaction keeps. */
final class SoakReader extends Thread {
    private final Idl idl;
    private final AtomicLong views = new AtomicLong();
    private volatile boolean over;
    private volatile @Nullable Throwable failure;

    SoakReader(Idl idl) {
        super("soak-reader");
        this.idl = idl;
    }

    @Override
    public void run() {
        try {
            while (!over) {
                try (View view = idl.view()) {
                    verify(view);
                }
                views.incrementAndGet();
                Thread.onSpinWait();
                Thread.yield();
            }
        } catch (Throwable e) {
            failure = e;
        }
    }

    static void verify(View view) {
        long sum = 0;
        for (IdlRow account : view.table("Account").rows()) {
            sum += account.get("balance").asLong();
        }
        assertThat(sum).as("balances").isZero();
        for (IdlRow group : view.table("Group").rows()) {
            long size = group.get("size").asLong();
            assertThat(group.get("members").size()).as("members of " + group).isEqualTo((int) size);
            assertThat(group.references("members")).as("rows of " + group).hasSize((int) size);
            for (IdlRow member : group.references("members")) {
                assertThat(member.referrers("Group", "members")).contains(group);
            }
        }
    }

    /** Ends it; fails with what it found. */
    long end() throws InterruptedException {
        over = true;
        join();
        if (failure != null) {
            throw new AssertionError("a view was not whole", failure);
        }
        return views.get();
    }
}
