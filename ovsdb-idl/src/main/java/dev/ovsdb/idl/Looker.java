package dev.ovsdb.idl;

import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.Tracker;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what waits out of an outbox of one place, where all that happens is merged. */
final class Looker implements Tracker, Outbox.Receiver {
    private final ChangeDelivery delivery;
    private final Outbox outbox;
    private @Nullable Step shown; // By the last look.

    Looker(ChangeDelivery delivery, Set<String> tables) {
        this.delivery = delivery;
        this.outbox = new Outbox(tables, Runnable::run, 1, this, () -> {});
        delivery.add(outbox);
    }

    @Override
    public synchronized Optional<Changes> look() {
        forget();
        Step next = outbox.take();
        if (next == null) {
            return Optional.empty();
        }
        shown = next;
        Changes changes = next.told(outbox.tables());
        return changes.isEmptyUpdate() ? Optional.empty() : Optional.of(changes);
    }

    private void forget() {
        Step last = shown;
        shown = null;
        if (last != null) {
            last.release();
        }
    }

    @Override
    public synchronized void close() {
        outbox.close();
        delivery.remove(outbox);
        forget();
    }

    @Override
    public void changed(Changes changes) {
        throw new AssertionError("nobody asked for it");
    }

    @Override
    public void ended(@Nullable Throwable cause) {}
}
