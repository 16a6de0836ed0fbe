package dev.ovsdb.benchmarks.server;

import dev.ovsdb.testkit.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the lines with both servers, round by round, and prints the medians.
 *
 * <p>{@code ServerBenchmark ROOT-FOLDER [--quick] [--rounds=N] [--seconds=S] [--only=CONTENDER] [LINE...]}, by default 3 rounds of
 * 5 + 5 seconds of every line; a name may be the beginning of several. {@code --quick} runs everything on small databases for
 * moments: it shows that the benchmark works, and nothing else.
 */
public final class ServerBenchmark {
    private static final int LINE_MINUTES = 10; // A driver that takes longer waits for something that will not come.

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
        List<String> words = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
        boolean quick = words.remove("--quick");
        int rounds = (int) option(words, "--rounds=", quick ? 1 : 3);
        double seconds = option(words, "--seconds=", quick ? 0.3 : 5);
        Map<String, List<String>> contenders = contenders(Path.of(args[0]));
        words.stream()
                .filter(word -> word.startsWith("--only="))
                .findFirst()
                .ifPresent(only -> contenders.keySet().retainAll(List.of(only.substring(7))));
        words.removeIf(word -> word.startsWith("--only="));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> ProcessHandle.current()
                        .descendants()
                        .forEach(ProcessHandle::destroy))); // Also when interrupted.
        Path folder = Files.createTempDirectory("ovsdb-benchmark");
        try {
            ServerBenchmark benchmark = new ServerBenchmark(contenders, folder, quick, rounds, seconds);
            for (Line line : Line.named(words))
                System.out.println(benchmark.run(line).table());
        } finally {
            deleteAll(folder);
        }
    }

    /** Ours first. */
    static Map<String, List<String>> contenders(Path root) {
        Map<String, List<String>> contenders = new LinkedHashMap<>();
        contenders.put("ours", List.of(root.resolve("ovsdb").toString(), "server"));
        contenders.put("reference", List.of(Peers.program("ovsdb-server").toString()));
        return contenders;
    }

    private static double option(List<String> words, String name, double otherwise) {
        for (String word : List.copyOf(words)) {
            if (word.startsWith(name) && words.remove(word)) return Double.parseDouble(word.substring(name.length()));
        }
        return otherwise;
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

    private Figures drive(Line line, ServerProcess server, int rows) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadDriver.class.getName(),
                line.name()));
        command.addAll(server.target(rows, seconds, seconds));
        Process driver = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        driver.onExit().orTimeout(LINE_MINUTES, TimeUnit.MINUTES).exceptionally(late -> driver.destroyForcibly());
        try (BufferedReader output = driver.inputReader()) {
            Figures figures = output.lines()
                    .filter(Figures::isLine)
                    .findFirst()
                    .map(Figures::parse)
                    .orElseThrow(() -> new IllegalStateException("the driver failed on " + line.name()));
            driver.waitFor();
            return figures;
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }
}
