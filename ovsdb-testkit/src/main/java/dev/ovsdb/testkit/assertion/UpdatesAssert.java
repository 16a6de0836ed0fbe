package dev.ovsdb.testkit.assertion;

import dev.ovsdb.protocol.monitor.TableUpdates;
import org.opentest4j.AssertionFailedError;

/** Assertions about updates that a monitor told. */
public final class UpdatesAssert {
    private final TableUpdates actual;

    UpdatesAssert(TableUpdates actual) {
        this.actual = actual;
    }

    /** Nothing was told. */
    public UpdatesAssert isEmpty() {
        if (!actual.isEmpty()) throw new AssertionFailedError("expected no updates, but there were\n" + actual);
        return this;
    }

    /** So many rows were told of, in all tables. */
    public UpdatesAssert hasSize(int rows) {
        if (actual.size() != rows)
            throw new AssertionFailedError(
                    "expected updates of " + rows + " rows, but there were " + actual.size() + "\n" + actual);
        return this;
    }

    /** Turns to the updates of a table, of which there may be none. */
    public TableUpdatesAssert table(String name) {
        return new TableUpdatesAssert(name, actual.table(name).values());
    }
}
