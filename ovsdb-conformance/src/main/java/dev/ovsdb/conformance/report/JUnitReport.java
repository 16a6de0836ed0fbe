package dev.ovsdb.conformance.report;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.Judgement;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.conformance.Report;

/** In the XML that JUnit's runners write and build servers read. It tells no times: a case takes as long as its server. */
public final class JUnitReport {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");

    private JUnitReport() {}

    public static String of(Report report) {
        JUnitReport xml = new JUnitReport();
        report.judgements().forEach(xml::suite);
        return xml.out.append("</testsuites>\n").toString();
    }

    private void suite(Judgement judgement) {
        int failed = judgement.with(Outcome.FAILED).size();
        int skipped = judgement.results().size()
                - failed
                - judgement.with(Outcome.PASSED).size();
        out.append("  <testsuite name=\"").append(Markup.escape(judgement.name()));
        out.append("\" tests=\"").append(judgement.results().size());
        out.append("\" failures=\"").append(failed);
        out.append("\" errors=\"0\" skipped=\"").append(skipped).append("\">\n");
        for (CaseResult result : judgement.results()) test(judgement, result);
        out.append("  </testsuite>\n");
    }

    private void test(Judgement judgement, CaseResult result) {
        out.append("    <testcase classname=\"")
                .append(Markup.escape(judgement.name()))
                .append('.');
        out.append(result.subject().feature().word()).append("\" name=\"");
        out.append(Markup.escape(result.subject().name())).append('"');
        if (result.outcome() == Outcome.PASSED) {
            out.append("/>\n");
            return;
        }
        out.append(">\n      ").append(why(result)).append("\n    </testcase>\n");
    }

    private static String why(CaseResult result) {
        if (result.outcome() != Outcome.FAILED) {
            return "<skipped message=\"" + Markup.escape(result.outcome().text() + ": " + result.message()) + "\"/>";
        }
        return "<failure message=\"" + Markup.escape(result.subject().rule()) + "\">" + Markup.escape(result.message())
                + "</failure>";
    }
}
