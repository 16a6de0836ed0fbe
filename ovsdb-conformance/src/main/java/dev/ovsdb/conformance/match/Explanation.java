package dev.ovsdb.conformance.match;

import dev.ovsdb.conformance.ConformanceCase;
import dev.ovsdb.conformance.Said;
import java.util.List;

/** What a person needs to find the fault: the rule in words, its source, what was expected and came, and all that was said. */
public final class Explanation {
    private static final int LONGEST = 1_000;

    private Explanation() {}

    public static String of(ConformanceCase subject, Mismatch mismatch, List<Said> conversation) {
        StringBuilder text = new StringBuilder(subject.rule()).append('\n');
        line(text, "source", subject.source());
        line(text, "line", mismatch.line() + " of " + subject.name() + ".wire");
        line(text, "expected", cut(mismatch.expected()));
        line(text, "received", cut(mismatch.received()));
        line(text, "differs", cut(mismatch.difference()));
        text.append("  said so far\n");
        for (Said said : conversation)
            text.append("    ").append(cut(said.toString())).append('\n');
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("  ")
                .append(label)
                .append(" ".repeat(10 - label.length()))
                .append(value)
                .append('\n');
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
    }
}
