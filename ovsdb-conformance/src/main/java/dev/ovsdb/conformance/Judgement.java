package dev.ovsdb.conformance;

import java.util.List;
import java.util.Optional;

/**
 * All results of one program.
 *
 * @param name what the program is called in reports
 * @param place where it was met, such as {@code tcp:192.0.2.1:6640}
 * @param results in the order in which cases were played
 */
public record Judgement(String name, String place, List<CaseResult> results) {
    public Judgement {
        results = List.copyOf(results);
    }

    /** Whether no case failed. */
    public boolean passed() {
        return with(Outcome.FAILED).isEmpty();
    }

    /** The results that ended so. */
    public List<CaseResult> with(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }

    /** The result of the case of this name; empty if it was not chosen. */
    public Optional<CaseResult> result(String caseName) {
        return results.stream()
                .filter(result -> result.subject().name().equals(caseName))
                .findFirst();
    }
}
