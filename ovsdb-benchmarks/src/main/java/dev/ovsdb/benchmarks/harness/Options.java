package dev.ovsdb.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison is asked for: {@code [--quick] [--rounds=N] [--seconds=S] [--only=CONTENDER] [LINE...]}, by default 3 rounds of 5 + 5
 * seconds of every line and contender.
 *
 * @param quick whether small databases for moments will do, to show that it works
 * @param seconds how long each run warms up, and how long it measures
 * @param only the contenders that take part; empty for all
 * @param lines names, or beginnings of names, of lines; empty for all
 */
public record Options(boolean quick, int rounds, double seconds, List<String> only, List<String> lines) {
    public static Options parse(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        boolean quick = words.remove("--quick");
        int rounds = (int) number(words, "--rounds=", quick ? 1 : 3);
        double seconds = number(words, "--seconds=", quick ? 0.3 : 5);
        return new Options(quick, rounds, seconds, values(words, "--only="), List.copyOf(words));
    }

    private static double number(List<String> words, String name, double otherwise) {
        return values(words, name).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(otherwise);
    }

    private static List<String> values(List<String> words, String name) {
        List<String> given =
                words.stream().filter(word -> word.startsWith(name)).toList();
        words.removeAll(given);
        return given.stream().map(word -> word.substring(name.length())).toList();
    }

    /** Whether this contender takes part. */
    public boolean includes(String contender) {
        return only.isEmpty() || only.contains(contender);
    }

    /** Whether this line is asked for. */
    public boolean asksFor(String line) {
        return lines.isEmpty() || lines.stream().anyMatch(line::startsWith);
    }
}
