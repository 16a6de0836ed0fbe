package dev.ovsdb.conformance;

import dev.ovsdb.conformance.report.HtmlReport;
import dev.ovsdb.conformance.report.JUnitReport;
import dev.ovsdb.conformance.report.TextReport;
import java.util.List;

/**
 * What the kit found.
 *
 * @param judgements one for each program, in the order in which they were given
 */
public record Report(List<Judgement> judgements) {
    public Report {
        judgements = List.copyOf(judgements);
    }

    /** Whether no case failed with any program. */
    public boolean passed() {
        return judgements.stream().allMatch(Judgement::passed);
    }

    /** The judgement of the program of this name. */
    public Judgement of(String name) {
        return judgements.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing called " + name + " was judged"));
    }

    /**
     * For tests.
     *
     * @throws AssertionError if a case failed; its message is the report
     */
    public void requirePassed() {
        if (!passed()) throw new AssertionError(text());
    }

    /** For people: each failure with rule, expectation and conversation; known differences; and a matrix. */
    public String text() {
        return TextReport.of(this);
    }

    /** For build servers: JUnit's XML, a suite for each program. Known differences and what was not played are skipped tests. */
    public String junitXml() {
        return JUnitReport.of(this);
    }

    /** For browsers: one page, with a matrix of program by feature. It needs no other file. */
    public String html() {
        return HtmlReport.of(this);
    }
}
