package dev.ovsdb.testkit.differential;

import java.util.List;
import java.util.Optional;

/**
 * The long comparison: {@code DifferentialRun [SEED [TRANSACTIONS]]}, by default 100,000 transactions from seed 1; with 0 transactions
 * the one script of this seed. Prints what was reached; ends with status 1 at a difference, or if something was not reached.
 */
public final class DifferentialRun {
    private DifferentialRun() {}

    public static void main(String... args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        int transactions = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        Campaign campaign = Campaign.ofThisProject();
        Optional<String> difference = transactions == 0
                ? campaign.script(seed, System.out::println)
                : campaign.run(seed, transactions, System.out::println);
        difference.ifPresent(System.out::println);
        System.out.println(campaign.counts());
        List<String> missing = campaign.missing();
        if (!missing.isEmpty()) System.out.println("not reached: " + missing);
        System.out.println("seed " + seed);
        System.exit(difference.isPresent() || !missing.isEmpty() ? 1 : 0);
    }
}
