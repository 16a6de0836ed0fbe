package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Plays scripts made from a seed until enough transactions have passed, and reports the first difference with the shortest
 * script that still shows one.
 */
public final class Campaign {
    private static final int TRANSACTIONS_PER_SCRIPT = 120;
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    private static final int SHRINKING_ATTEMPTS = 1500;

    private final Subject.Factory reference;
    private final List<Subject.Factory> others;
    private final int shrinkingAttempts;
    private final Coverage coverage = new Coverage();

    /**
     * @param reference starts the server that is right
     * @param others start the servers that are compared with it, each with its share of the scripts
     */
    public Campaign(Subject.Factory reference, Subject.Factory... others) {
        this(SHRINKING_ATTEMPTS, reference, others);
    }

    Campaign(int shrinkingAttempts, Subject.Factory reference, Subject.Factory... others) {
        this.shrinkingAttempts = shrinkingAttempts;
        this.reference = reference;
        this.others = List.of(others);
    }

    /** This project's server, in memory and on files, against the reference. */
    public static Campaign ofThisProject() {
        return new Campaign(Subject::reference, Subject::embedded, Subject::stored);
    }

    /**
     * Plays the scripts that follow from the seed, as many at once as there are processors.
     *
     * @param progress hears, from any thread, of the seed of each script as it begins, and of a difference before its script is shortened
     * @return what differed, with its seed and a shortened script that can be kept as a case; empty if nothing did. Of several it is
     *     the script that was begun first, whichever ended first, so that a seed tells the same each time.
     */
    public Optional<String> run(long seed, int transactions, Consumer<String> progress) {
        Chance seeds = new Chance(seed);
        ExecutorService workers = Executors.newCachedThreadPool();
        try {
            var playing = new ExecutorCompletionService<Played>(workers);
            int begun = 0;
            int running = 0;
            Optional<Played> first = Optional.empty();
            while (running > 0 || first.isEmpty() && coverage.transactions() < transactions) {
                boolean more = first.isEmpty() && coverage.transactions() < transactions;
                for (; more && running < WORKERS; running++) begin(playing, begun++, seeds.seed(), progress);
                Played played = playing.take().get();
                running--;
                if (played.difference().isPresent()
                        && (first.isEmpty() || played.number() < first.get().number())) first = Optional.of(played);
            }
            return first.flatMap(Played::difference);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scripts were played", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a script could not be played", e.getCause());
        } finally {
            workers.shutdown();
        }
    }

    private record Played(int number, Optional<String> difference) {}

    private void begin(CompletionService<Played> playing, int number, long seed, Consumer<String> progress) {
        progress.accept("script " + seed + " after " + coverage.transactions() + " transactions");
        playing.submit(() -> new Played(number, script(seed, progress)));
    }

    /** Plays the one script of this seed, on one of the others that follows from it too. */
    public Optional<String> script(long seed, Consumer<String> progress) {
        Subject.Factory other = others.get(Math.floorMod(seed, others.size()));
        ScriptMaker maker = new ScriptMaker(new Chance(seed));
        JsonObject schema = maker.schema().toJson();
        List<Step> played = new ArrayList<>();
        Coverage reached = new Coverage();
        Optional<Difference> difference;
        try (Duel duel = Duel.start(schema, reference, other, reached)) {
            difference = play(maker, duel, reached, played);
        } finally {
            coverage.add(reached);
        }
        if (difference.isEmpty()) return Optional.empty();
        progress.accept("seed " + seed + ", a difference, to be shortened: " + difference.get());
        return Optional.of("seed " + seed + ", " + difference.get() + "\n"
                + shortened(new Script(schema, played), other, difference.get().isOfFiles()));
    }

    /** Plays a script that was kept, on each of the others. */
    public Optional<String> replay(String script) {
        Script kept = Script.parse(script);
        return others.stream()
                .flatMap(other -> Duel.play(kept, reference, other).stream())
                .map(Difference::toString)
                .findFirst();
    }

    private static Optional<Difference> play(ScriptMaker maker, Duel duel, Coverage reached, List<Step> played) {
        while (reached.transactions() < TRANSACTIONS_PER_SCRIPT) {
            reached.schema(maker.schema());
            Optional<Difference> difference = play(duel, maker.next(), played);
            if (difference.isPresent()) return withoutFaults(duel, reached, difference);
            maker.observed(duel.observed());
        }
        Optional<Difference> difference = play(duel, maker.last(), played).or(duel::compareFiles);
        return withoutFaults(duel, reached, difference);
    }

    private static Optional<Difference> play(Duel duel, Step step, List<Step> played) {
        played.add(step);
        return duel.play(step);
    }

    private static Optional<Difference> withoutFaults(Duel duel, Coverage reached, Optional<Difference> difference) {
        Optional<String> fault = difference.flatMap(unused -> duel.faultOfReference());
        fault.ifPresent(reached::cutShort);
        return fault.isPresent() ? Optional.empty() : difference;
    }

    private String shortened(Script failing, Subject.Factory other, boolean files) {
        Script shortest = new Shrinker(
                        script -> Duel.playObserved(script, reference, other, files)
                                .isPresent(),
                        shrinkingAttempts)
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
