package dev.ovsdb.conformance.report;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.Feature;
import dev.ovsdb.conformance.Judgement;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.conformance.Report;
import java.util.Arrays;
import java.util.List;

/** Program by feature. */
final class Matrix {
    private final Report report;

    Matrix(Report report) {
        this.report = report;
    }

    /** The features of which any program has a case. */
    List<Feature> features() {
        return Arrays.stream(Feature.values())
                .filter(feature -> report.judgements().stream()
                        .anyMatch(one -> !results(one, feature).isEmpty()))
                .toList();
    }

    /** What one program makes of one feature. */
    Cell cell(Judgement judgement, Feature feature) {
        List<CaseResult> results = results(judgement, feature);
        return new Cell(
                count(results, Outcome.PASSED),
                count(results, Outcome.DIFFERS),
                count(results, Outcome.FAILED),
                count(results, Outcome.NOT_OFFERED),
                results.size());
    }

    private static List<CaseResult> results(Judgement judgement, Feature feature) {
        return judgement.results().stream()
                .filter(result -> result.subject().feature() == feature)
                .toList();
    }

    private static int count(List<CaseResult> results, Outcome outcome) {
        return (int) results.stream().filter(one -> one.outcome() == outcome).count();
    }

    /** Numbers of cases. */
    record Cell(int passed, int differ, int failed, int notOffered, int all) {
        int played() {
            return passed + differ + failed;
        }

        /** {@code 7/8} passed of those played, {@code ~} if some differ as known; a word if none was played. */
        String text() {
            if (all == 0) return "";
            if (played() == 0) return notOffered > 0 ? "not offered" : "not run";
            return passed + "/" + played() + (differ > 0 ? " ~" + differ : "");
        }

        String style() {
            if (failed > 0) return "failed";
            if (played() == 0) return "none";
            return differ > 0 ? "differs" : "passed";
        }
    }
}
