package dev.ovsdb.benchmarks.client;

import dev.ovsdb.benchmarks.harness.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the rounds of one workload saw, by contender in the order in which they ran. */
final class Results {
    private final Map<String, List<Report>> reports = new LinkedHashMap<>();

    void add(String contender, Report report) {
        reports.computeIfAbsent(contender, unused -> new ArrayList<>()).add(report);
    }

    /** Medians a line each; the ratio is the first contender's rate over that line's. */
    String table(String workload) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-15s %10s %10s %9s %9s %7s%n",
                workload,
                "tx/s",
                "us CPU/tx",
                "p50 us",
                "p99 us",
                "ratio"));
        double ours = median(reports.values().iterator().next(), Report::perSecond);
        reports.forEach((contender, seen) -> table.append(String.format(
                Locale.ROOT,
                "  %-13s %10.0f %10.1f %9.0f %9.0f %7.2f%n",
                contender,
                median(seen, Report::perSecond),
                median(seen, Report::cpuMicros),
                median(seen, Report::p50Micros),
                median(seen, Report::p99Micros),
                ours / median(seen, Report::perSecond))));
        return table.toString();
    }

    private static double median(List<Report> seen, ToDoubleFunction<Report> figure) {
        return seen.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .skip(seen.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
