package dev.ovsdb.idl;

import dev.ovsdb.idl.change.ChangeListener;
import dev.ovsdb.idl.change.Registration;
import dev.ovsdb.idl.store.Published;
import java.util.concurrent.Executor;

/** Tells listeners what happened. The writer publishes; any thread registers. */
final class ChangeDelivery {
    private final Holdings holdings;

    ChangeDelivery(Holdings holdings) {
        this.holdings = holdings;
    }

    void beforeWrite() {}

    void abandoned() {}

    void published(Published version, boolean contents) {}

    void stop() {}

    Registration listen(Executor executor, ChangeListener listener) {
        throw new UnsupportedOperationException("being written " + holdings);
    }
}
