package dev.ovsdb.testkit.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays scripts made from a seed until enough transactions have passed, and reports the first difference with the shortest
 * script that still shows one.
 */
public final class Campaign {
    private static final int TRANSACTIONS_PER_SCRIPT = 120;
    private static final int SHRINKING_ATTEMPTS = 1500;

    private final Subject.Factory reference;
    private final Subject.Factory other;
    private final int shrinkingAttempts;
    private final Coverage coverage = new Coverage();

    /**
     * @param reference starts the server that is right
     * @param other starts the server that is compared with it
     */
    public Campaign(Subject.Factory reference, Subject.Factory other) {
        this(reference, other, SHRINKING_ATTEMPTS);
    }

    Campaign(Subject.Factory reference, Subject.Factory other, int shrinkingAttempts) {
        this.shrinkingAttempts = shrinkingAttempts;
        this.reference = reference;
        this.other = other;
    }

    /**
     * Plays the scripts that follow from the seed.
     *
     * @param progress hears of the seed of each script as it begins
     * @return what differed, with its seed and a shortened script that can be kept as a case; empty if nothing did
     */
    public Optional<String> run(long seed, int transactions, Consumer<String> progress) {
        Chance seeds = new Chance(seed);
        while (coverage.transactions() < transactions) {
            long scriptSeed = seeds.seed();
            progress.accept("script " + scriptSeed + " after " + coverage.transactions() + " transactions");
            Optional<String> difference = script(scriptSeed);
            if (difference.isPresent()) return difference;
        }
        return Optional.empty();
    }

    /** Plays the one script of this seed. */
    public Optional<String> script(long seed) {
        ScriptMaker maker = new ScriptMaker(new Chance(seed));
        coverage.begin(maker.schema());
        List<Step> played = new ArrayList<>();
        Optional<Difference> difference = play(maker, played);
        if (difference.isEmpty()) return Optional.empty();
        Script failing = new Script(maker.schema().toJson(), played);
        return Optional.of("seed " + seed + ", " + difference.get() + "\n" + shortened(failing));
    }

    /** Plays a script that was kept. */
    public Optional<String> replay(String script) {
        return Duel.play(Script.parse(script), reference, other).map(Difference::toString);
    }

    private Optional<Difference> play(ScriptMaker maker, List<Step> played) {
        int until = coverage.transactions() + TRANSACTIONS_PER_SCRIPT;
        try (Duel duel = Duel.start(maker.schema().toJson(), reference, other, coverage)) {
            while (coverage.transactions() < until) {
                Step step = maker.next();
                played.add(step);
                Optional<Difference> difference = duel.play(step);
                Optional<String> fault = difference.flatMap(unused -> duel.faultOfReference());
                fault.ifPresent(coverage::cutShort);
                if (difference.isPresent()) return fault.isPresent() ? Optional.empty() : difference;
                maker.observed(duel.observed());
            }
        }
        return Optional.empty();
    }

    private String shortened(Script failing) {
        Script shortest = new Shrinker(
                        script -> Duel.playObserved(script, reference, other).isPresent(), shrinkingAttempts)
                .shrink(failing);
        String last =
                Duel.play(shortest, reference, other).map(Difference::toString).orElse("(not seen again)");
        return "shortened: " + last + "\n" + shortest;
    }

    /** What a run of tens of thousands of transactions must have reached and this one did not; empty if nothing lacks. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>(coverage.missing());
        if (!coverage.changesEnough()) missing.add("changes in half of the transactions");
        return missing;
    }

    /** What was reached, and how often. */
    public String counts() {
        return coverage.toString();
    }
}
