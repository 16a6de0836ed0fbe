package dev.ovsdb.conformance.report;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.Feature;
import dev.ovsdb.conformance.Judgement;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.conformance.Report;

/** One page: the matrix, then each program's cases, those that failed opened. */
public final class HtmlReport {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><title>OVSDB conformance</title><style>
            body { font-family: sans-serif; margin: 2em; color: #222 }
            table { border-collapse: collapse } th, td { border: 1px solid #bbb; padding: .3em .7em; text-align: left }
            pre { background: #f4f4f4; padding: .7em; overflow-x: auto }
            .passed { background: #d6f0d6 } .differs { background: #fbf0c4 } .failed { background: #f6c9c9 }
            .none { color: #777 } summary { cursor: pointer; padding: .2em }
            </style></head><body><h1>OVSDB conformance</h1>
            """;

    private final Report report;
    private final StringBuilder out = new StringBuilder(HEAD);

    private HtmlReport(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        HtmlReport html = new HtmlReport(report);
        html.matrix();
        report.judgements().forEach(html::judgement);
        return html.out.append("</body></html>\n").toString();
    }

    private void matrix() {
        out.append("<p>Cases passed of those played; ~ differ in a known way.</p>\n<table><tr><th>feature</th>");
        for (Judgement judgement : report.judgements())
            out.append("<th>").append(escape(judgement.name())).append("</th>");
        out.append("</tr>\n");
        Matrix matrix = new Matrix(report);
        for (Feature feature : matrix.features()) {
            out.append("<tr><th title=\"").append(escape(feature.about())).append("\">");
            out.append(feature.word()).append("</th>");
            for (Judgement judgement : report.judgements()) cell(matrix.cell(judgement, feature));
            out.append("</tr>\n");
        }
        out.append("</table>\n");
    }

    private void cell(Matrix.Cell cell) {
        out.append("<td class=\"")
                .append(cell.style())
                .append("\">")
                .append(cell.text())
                .append("</td>");
    }

    private void judgement(Judgement judgement) {
        out.append("<h2>").append(escape(judgement.name())).append("</h2>\n<p>").append(escape(judgement.place()));
        out.append(": ").append(TextReport.counts(judgement)).append("</p>\n");
        for (CaseResult result : judgement.results()) result(result);
    }

    private void result(CaseResult result) {
        boolean failed = result.outcome() == Outcome.FAILED;
        out.append("<details")
                .append(failed ? " open" : "")
                .append("><summary class=\"")
                .append(style(result));
        out.append("\">").append(escape(result.outcome().text())).append(": ");
        out.append(escape(result.subject().name())).append("</summary>\n<p>");
        out.append(escape(result.subject().rule()))
                .append("<br>Source: ")
                .append(escape(result.subject().source()));
        out.append("; profile ").append(result.subject().profile().word()).append("</p>\n");
        if (!result.message().isEmpty())
            out.append("<pre>").append(escape(result.message())).append("</pre>\n");
        out.append("</details>\n");
    }

    private static String style(CaseResult result) {
        return switch (result.outcome()) {
            case PASSED -> "passed";
            case DIFFERS -> "differs";
            case FAILED -> "failed";
            case NOT_OFFERED, NOT_RUN -> "none";
        };
    }

    private static String escape(String text) {
        return Markup.escape(text);
    }
}
