package dev.ovsdb.server.engine;

/**
 * How much a database holds at a moment.
 *
 * @param rows rows of all tables
 * @param cells columns of all rows, those that are not declared included
 * @param atoms atoms of all cells
 * @param weakReferences references that do not keep their row
 * @param historyTransactions transactions that {@code monitor_cond_since} can resume from
 * @param historyAtoms atoms in their changes
 * @param blockedTransactions transactions whose {@code wait} waits
 * @param monitors monitors of all sessions
 * @param waitingSteps what was published together and not yet pulled by every monitor's session, so many times
 * @param waitingRows changes of rows in these
 */
public record DatabaseFigures(
        long rows,
        long cells,
        long atoms,
        long weakReferences,
        long historyTransactions,
        long historyAtoms,
        int blockedTransactions,
        int monitors,
        int waitingSteps,
        long waitingRows) {}
