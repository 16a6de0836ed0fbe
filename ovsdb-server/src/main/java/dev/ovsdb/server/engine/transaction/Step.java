package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.server.engine.store.TableStore;
import java.util.Set;

/**
 * An operation that was read: it knows tables, columns and values, and is executed as often as needed. Immutable.
 *
 * <p>A step writes its result when it has succeeded, and nothing before.
 */
interface Step {
    /**
     * Does it.
     *
     * @throws OperationFailedException if it fails; the transaction is given up then
     * @throws WaitBlockedException if it has to wait
     */
    void execute(Run run);

    /** Whether it can be executed where nobody may write. */
    default boolean onlyReads() {
        return true;
    }

    /** Adds the tables that it names. */
    default void addTables(Run run, Set<TableStore> tables) {}
}
