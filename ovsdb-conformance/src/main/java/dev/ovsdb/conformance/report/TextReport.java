package dev.ovsdb.conformance.report;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.Feature;
import dev.ovsdb.conformance.Judgement;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.conformance.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For people at a terminal. */
public final class TextReport {
    private final Report report;
    private final StringBuilder out = new StringBuilder();

    private TextReport(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        TextReport text = new TextReport(report);
        report.judgements().forEach(text::judgement);
        text.matrix();
        return text.out.toString();
    }

    private void judgement(Judgement judgement) {
        for (CaseResult result : judgement.with(Outcome.FAILED)) {
            out.append("FAILED ")
                    .append(judgement.name())
                    .append(": ")
                    .append(result.subject().name())
                    .append('\n');
            for (String line : result.message().lines().toList())
                out.append("  ").append(line).append('\n');
            out.append('\n');
        }
        for (CaseResult result : judgement.with(Outcome.DIFFERS)) {
            out.append("differs, known: ").append(result.subject().name()).append('\n');
            out.append("  ").append(result.message()).append("\n\n");
        }
        grouped(judgement, Outcome.NOT_OFFERED);
        grouped(judgement, Outcome.NOT_RUN);
        out.append(judgement.name())
                .append(" (")
                .append(judgement.place())
                .append("): ")
                .append(counts(judgement))
                .append("\n\n");
    }

    /** By reason: one missing database makes many cases unplayable. */
    private void grouped(Judgement judgement, Outcome outcome) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (CaseResult result : judgement.with(outcome)) {
            names.computeIfAbsent(result.message(), reason -> new ArrayList<>())
                    .add(result.subject().name());
        }
        names.forEach((reason, cases) -> {
            out.append(outcome.text())
                    .append(": ")
                    .append(cases.size())
                    .append(", ")
                    .append(reason)
                    .append('\n');
            for (String name : cases) out.append("  ").append(name).append('\n');
            out.append('\n');
        });
    }

    /** How many cases ended in each way, in words. */
    static String counts(Judgement judgement) {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            int count = judgement.with(outcome).size();
            if (count > 0 || outcome == Outcome.PASSED || outcome == Outcome.FAILED) {
                parts.add(count + " " + outcome.text());
            }
        }
        return String.join("; ", parts);
    }

    private void matrix() {
        Matrix matrix = new Matrix(report);
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of("feature")));
        for (Judgement judgement : report.judgements()) rows.get(0).add(judgement.name());
        for (Feature feature : matrix.features()) {
            List<String> row = new ArrayList<>(List.of(feature.word()));
            for (Judgement judgement : report.judgements())
                row.add(matrix.cell(judgement, feature).text());
            rows.add(row);
        }
        for (List<String> row : rows) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < row.size(); i++) text.append(pad(row.get(i), width(rows, i) + 2));
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
