package dev.ovsdb.server.engine.monitor;

/**
 * What monitors may keep in memory, and in what pieces they send.
 *
 * @param historyTransactions the most transactions from which a client may go on after a disconnect
 * @param stepsApart how many steps a monitor may be behind and still get each as its own message
 * @param sliceBytes about how much of a large reply is made at a time
 * @param cacheBytes the most bytes of replies that are kept for others who ask for the same
 */
public record HubOptions(int historyTransactions, int stepsApart, int sliceBytes, long cacheBytes) {
    private static final long CACHE = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);

    /** 100 transactions, 16 steps, slices of 256 KiB; 64 MiB of these, or a sixteenth of the heap if that is less. */
    public static final HubOptions DEFAULTS = new HubOptions(100, 16, 1 << 18, CACHE);

    /** @throws IllegalArgumentException if one is not positive */
    public HubOptions {
        if (historyTransactions < 1 || stepsApart < 1 || sliceBytes < 1 || cacheBytes < 1) {
            throw new IllegalArgumentException("must be positive: " + historyTransactions + ", " + stepsApart + ", "
                    + sliceBytes + ", " + cacheBytes);
        }
    }
}
