package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.Comparison;
import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.Options;
import dev.ovsdb.benchmarks.harness.Processes;
import dev.ovsdb.benchmarks.workload.DatabaseFiles;
import dev.ovsdb.benchmarks.workload.ServerProcess;
import dev.ovsdb.testkit.WorkFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the lines with both replicas, round by round, and prints the medians.
 *
 * <p>{@code ReplicaBenchmark ROOT-FOLDER [OPTION...]}, as {@link Options} has them.
 */
public final class ReplicaBenchmark {
    private final List<Contender> contenders;
    private final DatabaseFiles files;
    private final boolean quick;
    private final int rounds;
    private final double seconds;

    ReplicaBenchmark(List<Contender> contenders, Path folder, boolean quick, int rounds, double seconds) {
        this.contenders = contenders;
        this.files = new DatabaseFiles(folder);
        this.quick = quick;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    public static void main(String... args) throws Exception {
        Options options = Options.parse(Arrays.asList(args).subList(1, args.length));
        List<Contender> contenders = Contender.all(Path.of(args[0])).stream()
                .filter(contender -> options.includes(contender.name()))
                .toList();
        Processes.endChildrenWithThis();
        contenders.forEach(contender -> System.out.println(contender.name() + ": " + contender.description()));
        try (WorkFolder folder = WorkFolder.create()) {
            if (!options.quick()) contenders = archived(contenders, folder);
            ReplicaBenchmark benchmark = new ReplicaBenchmark(
                    contenders, folder.path(), options.quick(), options.rounds(), options.seconds());
            for (Line line : Line.values())
                if (options.asksFor(line.lineName()))
                    System.out.println(benchmark.run(line).table());
        }
    }

    private static List<Contender> archived(List<Contender> contenders, WorkFolder folder) throws Exception {
        List<Contender> archived = new ArrayList<>();
        for (Contender contender : contenders) {
            archived.add(
                    contender.warmsUp()
                            ? ClassArchive.with(contender, new DatabaseFiles(folder.path()), folder.file("classes.jsa"))
                            : contender);
        }
        return archived;
    }

    Comparison run(Line line) throws Exception {
        Comparison comparison = new Comparison(line.lineName());
        String contents = "";
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : contenders) {
                Outcome outcome = once(line, contender);
                if (!contents.isEmpty() && !contents.equals(outcome.contents()))
                    throw new IllegalStateException(contender.name() + " ended " + line.lineName() + " with "
                            + outcome.contents() + " instead of " + contents);
                contents = outcome.contents();
                comparison.add(contender.name(), outcome.figures());
            }
        }
        return comparison;
    }

    /** @param contents how many rows a replica held in the end, and the checksum of all of them */
    private record Outcome(Figures figures, String contents) {}

    private Outcome once(Line line, Contender contender) throws Exception {
        int rows = quick ? line.quickRows() : line.rows();
        List<String> program = line.needsHistory() ? contender.serverWithHistory() : contender.server();
        try (ServerProcess server = new ServerProcess(program, files, rows, false);
                Work work = line.work(server.socket(), rows, seconds, contender.warmsUp())) {
            List<String> words = server.target(rows, line.isCold() ? 0 : seconds, seconds);
            words.set(0, work.socket());
            try (DriverProcess driver = new DriverProcess(line.lineName(), contender.command(line, words))) {
                Figures seen = work.run(driver);
                return new Outcome(seen, driver.await("contents"));
            }
        }
    }
}
