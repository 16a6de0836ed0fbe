package dev.ovsdb.benchmarks.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the rounds of one line saw, by contender; the table has medians and how many times better the first contender is. */
public final class Comparison {
    private static final String RATE =
            "rate"; // The names of figures of which more is better begin so; of all others less is.

    private final String line;
    private final Map<String, List<Figures>> rounds = new LinkedHashMap<>();

    public Comparison(String line) {
        this.line = line;
    }

    public void add(String contender, Figures figures) {
        rounds.computeIfAbsent(contender, unused -> new ArrayList<>()).add(figures);
    }

    public String table() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-22s", line));
        List<String> names = List.copyOf(rounds.keySet());
        names.forEach(name -> table.append(String.format(Locale.ROOT, " %14s", name)));
        table.append("  ratio\n");
        for (String figure : roundsOf(names.get(0)).get(0).values().keySet()) {
            table.append(String.format(Locale.ROOT, "  %-20s", figure));
            List<Double> medians =
                    names.stream().map(name -> median(name, figure)).toList();
            medians.forEach(median -> table.append(String.format(Locale.ROOT, " %14.3f", median)));
            if (medians.size() > 1) table.append(String.format(Locale.ROOT, " %6.2f", ratio(figure, medians)));
            table.append('\n');
        }
        return table.toString();
    }

    private static double ratio(String figure, List<Double> medians) {
        double ours = medians.get(0);
        double theirs = medians.get(1);
        return figure.startsWith(RATE) ? ours / theirs : theirs / ours;
    }

    private List<Figures> roundsOf(String contender) {
        return rounds.getOrDefault(contender, List.of());
    }

    private double median(String contender, String figure) {
        List<Double> sorted = roundsOf(contender).stream()
                .map(figures -> figures.values().getOrDefault(figure, Double.NaN))
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
