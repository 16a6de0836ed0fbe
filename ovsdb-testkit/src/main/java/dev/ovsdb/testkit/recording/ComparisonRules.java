package dev.ovsdb.testkit.recording;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What may differ between what was recorded and what is said now. Immutable.
 *
 * <p>Always: the time of messages; ids, which must stand for the same requests; the order of members of objects, of elements of sets and
 * maps, of rows of a result and of names in {@code list_dbs}; JSON within a string is compared as JSON. UUIDs, also within other text and
 * with low lines as in {@code uuid-name}s, may be others but for the one of zeros, if each stands for one other wherever it comes.
 * {@code echo} and its replies are left out on both sides, since when it is asked depends on time alone; a player answers it.
 */
public final class ComparisonRules {
    private static final ComparisonRules DEFAULTS = new ComparisonRules(new LinkedHashSet<>(), false, false);

    private final Set<String> ignored;

    private final boolean anyTransactionId;

    private final boolean anyOrderOfOperations;

    private ComparisonRules(Set<String> ignored, boolean anyTransactionId, boolean anyOrderOfOperations) {
        this.ignored = ignored;
        this.anyTransactionId = anyTransactionId;
        this.anyOrderOfOperations = anyOrderOfOperations;
    }

    /** Nothing else may differ. */
    public static ComparisonRules defaults() {
        return DEFAULTS;
    }

    /** Members of this name, wherever they stand, may have any value, such as the column {@code statistics}. */
    public ComparisonRules ignoring(String member) {
        Set<String> more = new LinkedHashSet<>(ignored);
        more.add(member);
        return new ComparisonRules(more, anyTransactionId, anyOrderOfOperations);
    }

    /**
     * The ids of transactions in replies to {@code monitor_cond_since} and in {@code update3} may be any: of two servers of a standalone
     * database, one may keep a history of it and the other none.
     */
    public ComparisonRules ignoringTransactionIds() {
        return new ComparisonRules(ignored, true, anyOrderOfOperations);
    }

    /**
     * The operations of a {@code transact} may come in another order, and then their results do: Open vSwitch's programs send the changes of
     * a transaction in the order of hashes of random UUIDs.
     */
    public ComparisonRules ignoringOrderOfOperations() {
        return new ComparisonRules(ignored, anyTransactionId, true);
    }

    boolean ignoresOrderOfOperations() {
        return anyOrderOfOperations;
    }

    boolean ignoresTransactionIds() {
        return anyTransactionId;
    }

    boolean ignores(String member) {
        return ignored.contains(member);
    }
}
