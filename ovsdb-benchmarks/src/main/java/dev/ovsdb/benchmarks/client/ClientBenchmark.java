package dev.ovsdb.benchmarks.client;

import dev.ovsdb.benchmarks.harness.JavaCommand;
import dev.ovsdb.benchmarks.harness.Report;
import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.ReferenceServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs every workload with every contender, round by round, and prints the medians.
 *
 * <p>{@code ClientBenchmark BENCHMARKS-FOLDER [ROUNDS WARM-UP-SECONDS SECONDS]}, by default 5 rounds of 5 + 5 seconds.
 * Every run has a fresh process, and a fresh server with an empty {@code OVN_Northbound} database. The first contender is
 * ours; the others' ratio is how many times their rate ours is.
 */
public final class ClientBenchmark {
    private final List<Contender> contenders;
    private final int rounds;
    private final String warmUp;
    private final String seconds;

    ClientBenchmark(List<Contender> contenders, int rounds, String warmUp, String seconds) {
        this.contenders = contenders;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.seconds = seconds;
    }

    public static void main(String... args) throws Exception {
        List<Contender> contenders = Contender.all(Path.of(args[0]));
        boolean sized = args.length == 4;
        ClientBenchmark benchmark = new ClientBenchmark(
                contenders, sized ? Integer.parseInt(args[1]) : 5, sized ? args[2] : "5", sized ? args[3] : "5");
        for (Workload workload : Workload.values()) {
            System.out.println(benchmark.run(workload).table(workload.line()));
        }
    }

    Results run(Workload workload) throws Exception {
        Results results = new Results();
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : contenders) {
                results.add(
                        contender.name(),
                        workload.idleServer() ? idle(workload, contender) : real(workload, contender));
            }
        }
        return results;
    }

    private Report real(Workload workload, Contender contender) throws Exception {
        try (ReferenceServer server = ReferenceServer.builder()
                .installedSchema("ovn-nb.ovsschema")
                .tcp()
                .start()) {
            String port = server.remote("tcp").substring(server.remote("tcp").lastIndexOf(':') + 1);
            return drive(workload, contender, port);
        }
    }

    private Report idle(Workload workload, Contender contender) throws Exception {
        Path schema = InstalledSchemas.require("ovn-nb.ovsschema");
        Process server = new ProcessBuilder(JavaCommand.here("512m", IdleServer.class, schema.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = server.inputReader()) {
            return drive(workload, contender, output.readLine());
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private Report drive(Workload workload, Contender contender, String port) throws IOException, InterruptedException {
        Process driver = new ProcessBuilder(
                        contender.command("127.0.0.1", port, Integer.toString(workload.outstanding()), warmUp, seconds))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = driver.inputReader()) {
            Report report = output.lines()
                    .filter(Report::isLine)
                    .findFirst()
                    .map(Report::parse)
                    .orElseThrow(() -> new IllegalStateException(contender.name() + " failed on " + workload.line()));
            driver.waitFor();
            return report;
        }
    }
}
