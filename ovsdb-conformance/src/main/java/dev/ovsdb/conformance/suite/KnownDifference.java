package dev.ovsdb.conformance.suite;

import java.util.List;

/**
 * What a program is known to do instead of what a case expects, and why that stands.
 *
 * @param caseName the case
 * @param program which program is known for it
 * @param reason why it is not mended, or need not be
 * @param steps the whole exchange as that program has it
 */
public record KnownDifference(String caseName, String program, String reason, List<Step> steps) {
    public KnownDifference {
        steps = List.copyOf(steps);
    }
}
