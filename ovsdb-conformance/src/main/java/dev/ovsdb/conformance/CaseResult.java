package dev.ovsdb.conformance;

import java.util.List;

/**
 * How a case ended with one program.
 *
 * @param subject the case
 * @param outcome how it ended
 * @param message empty if it passed; otherwise what it takes, why it may differ, or what was expected and what came
 * @param conversation all that was said, in order; empty if it was not played
 */
public record CaseResult(ConformanceCase subject, Outcome outcome, String message, List<Said> conversation) {
    public CaseResult {
        conversation = List.copyOf(conversation);
    }
}
