package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints what a well-behaved session and the server's memory saw under each load.
 *
 * <p>{@code CrowdBenchmark ROOT-FOLDER [--sessions=N] [--seconds=S] [LOAD...]}: by default all loads, of 10,000 sessions, 10 seconds each.
 */
final class CrowdBenchmark {
    private static final Bounds BOUNDS = new Bounds(512, 192, 400, 1_000);

    private CrowdBenchmark() {}

    public static void main(String... args) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
        int sessions = (int) number(words, "--sessions=", 10_000);
        double seconds = number(words, "--seconds=", 10);
        List<String> loads = words.isEmpty() ? CrowdDriver.loads() : words;
        Descriptors.require(sessions + sessions / 10);
        Processes.endChildrenWithThis();
        List<String> program = List.of(Path.of(args[0], "ovsdb").toString(), "server");
        try (CrowdRun run = new CrowdRun(program, BOUNDS, true, witness -> witness.countFor(seconds))) {
            run.quiet(); // Once unseen, until the compilers are done.
            System.out.println(Seen.head());
            System.out.println(run.quiet().line());
            for (String load : loads)
                System.out.println(
                        run.under(load, CrowdDriver.size(load, sessions)).line());
            System.out.println(run.quiet().line());
        }
    }

    private static double number(List<String> words, String name, double otherwise) {
        List<String> given =
                words.stream().filter(word -> word.startsWith(name)).toList();
        words.removeAll(given);
        return given.isEmpty() ? otherwise : Double.parseDouble(given.get(0).substring(name.length()));
    }
}
