package dev.ovsdb.cli.demo;

import dev.ovsdb.cli.console.Output;
import java.util.ArrayList;
import java.util.List;

/** What the demonstration prints. Confined to its thread. */
final class Story {
    private final Output out;
    private String title = "";
    private int steps;

    Story(Output out) {
        this.out = out;
    }

    void step(String of) {
        steps++;
        title = "step " + steps;
        line("");
        line(steps + ". " + of);
    }

    /** Which step is being told. */
    String title() {
        return title;
    }

    void tell(String format, Object... values) {
        line(("   " + String.format(format, values)).stripTrailing());
    }

    void end(String words) {
        line("");
        line(words);
    }

    /** Shown at once: a reader follows the story as it happens. */
    private void line(String text) {
        out.line(text);
        out.flush();
    }

    /** Prints columns of texts, each as wide as its widest. */
    void table(List<String> headings, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(headings);
        all.add(headings.stream().map(heading -> "-".repeat(heading.length())).toList());
        all.addAll(rows);
        int[] widths = new int[headings.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        }
        for (List<String> row : all) tell("%s", aligned(row, widths));
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString();
    }
}
