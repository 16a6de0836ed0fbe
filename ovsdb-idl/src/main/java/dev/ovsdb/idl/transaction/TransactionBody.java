package dev.ovsdb.idl.transaction;

/** What a transaction reads and writes, as a function. It may run several times, each time on a newer version, so it does nothing else. */
@FunctionalInterface
public interface TransactionBody {
    /**
     * Reads and stages. If it throws, nothing is sent, and who asked for the transaction gets the exception.
     *
     * @param tx this attempt; of no use once this returns
     */
    void run(IdlTransaction tx);
}
