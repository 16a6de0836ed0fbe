package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Comparison;
import dev.ovsdb.benchmarks.harness.DriverProcess;
import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.JavaCommand;
import dev.ovsdb.benchmarks.harness.Options;
import dev.ovsdb.benchmarks.harness.Processes;
import dev.ovsdb.benchmarks.workload.DatabaseFiles;
import dev.ovsdb.benchmarks.workload.ServerProcess;
import dev.ovsdb.testkit.Peers;
import dev.ovsdb.testkit.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the lines with both servers, round by round, and prints the medians.
 *
 * <p>{@code ServerBenchmark ROOT-FOLDER [OPTION...]}, as {@link Options} has them.
 */
public final class ServerBenchmark {
    private final Map<String, List<String>> contenders;
    private final DatabaseFiles files;
    private final boolean quick;
    private final int rounds;
    private final double seconds;

    ServerBenchmark(Map<String, List<String>> contenders, Path folder, boolean quick, int rounds, double seconds) {
        this.contenders = contenders;
        this.files = new DatabaseFiles(folder);
        this.quick = quick;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    public static void main(String... args) throws Exception {
        Options options = Options.parse(Arrays.asList(args).subList(1, args.length));
        Map<String, List<String>> contenders = contenders(Path.of(args[0]));
        contenders.keySet().removeIf(name -> !options.includes(name));
        Processes.endChildrenWithThis();
        try (WorkFolder folder = WorkFolder.create()) {
            ServerBenchmark benchmark = new ServerBenchmark(
                    contenders, folder.path(), options.quick(), options.rounds(), options.seconds());
            for (Line line : Line.asked(options))
                System.out.println(benchmark.run(line).table());
        }
    }

    /** Ours first. */
    static Map<String, List<String>> contenders(Path root) {
        Map<String, List<String>> contenders = new LinkedHashMap<>();
        contenders.put("ours", List.of(root.resolve("ovsdb").toString(), "server"));
        contenders.put("reference", List.of(Peers.program("ovsdb-server").toString()));
        return contenders;
    }

    Comparison run(Line line) throws Exception {
        Comparison comparison = new Comparison(line.name());
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> contender : contenders.entrySet())
                comparison.add(contender.getKey(), once(line, contender.getValue()));
        }
        return comparison;
    }

    private Figures once(Line line, List<String> program) throws Exception {
        int rows = quick ? line.quickRows() : line.rows();
        try (ServerProcess server = new ServerProcess(program, files, rows, line.tls())) {
            if (line.measuresStart())
                return Figures.of("seconds", server.startSeconds(), "CPU", server.startCpuSeconds())
                        .with("RSS-MB", server.residentMegabytes());
            double before = server.cpuSeconds();
            Figures figures = drive(line, server, rows);
            return figures.with("server-CPU", server.cpuSeconds() - before).with("RSS-MB", server.residentMegabytes());
        }
    }

    private Figures drive(Line line, ServerProcess server, int rows) throws IOException {
        List<String> command = JavaCommand.here("512m", LoadDriver.class, line.name());
        command.addAll(server.target(rows, seconds, seconds));
        try (DriverProcess driver = new DriverProcess(line.name(), command)) {
            return driver.awaitFigures();
        }
    }
}
