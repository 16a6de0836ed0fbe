package dev.ovsdb.benchmarks.harness;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What one run measured, by name; as a line, which is how the driver's process tells. */
public record Figures(Map<String, Double> values) {
    static final String TAG = "figures";

    public static Figures of(Object... namesAndValues) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            values.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        return new Figures(values);
    }

    public Figures with(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Figures(more);
    }

    public String toLine() {
        StringBuilder line = new StringBuilder(TAG);
        values.forEach((name, value) -> line.append(String.format(Locale.ROOT, " %s %.3f", name, value)));
        return line.toString();
    }

    public static boolean isLine(String line) {
        return line.equals(TAG) || line.startsWith(TAG + " ");
    }

    public static Figures parse(String line) {
        String[] words = line.trim().split(" ");
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i += 2) values.put(words[i], Double.valueOf(words[i + 1]));
        return new Figures(values);
    }
}
