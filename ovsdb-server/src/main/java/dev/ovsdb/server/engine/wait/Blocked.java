package dev.ovsdb.server.engine.wait;

import java.util.Set;

/** A transaction that waits. Confined to the lane. */
public interface Blocked {
    /** The names of the tables that it looks at before it waits. */
    Set<String> tables();

    /** Executes it again, from its first operation. It leaves the {@link BlockedTransactions} first if it is blocked no more. */
    void executeAgain();

    /** Ends the wait: its database goes. It has left the {@link BlockedTransactions}. */
    void cancel();
}
