package dev.ovsdb.testkit.recording;

import java.util.Optional;

/**
 * How a recording compares with what was said later.
 *
 * @param messages how many messages were compared, and were the same
 * @param difference the first that was not; what comes behind it was not looked at
 */
public record Comparison(int messages, Optional<Difference> difference) {
    /** Whether all that was recorded was said, and nothing else. */
    public boolean isSame() {
        return difference.isEmpty();
    }

    /** @throws AssertionError with the first difference, if there is one */
    public void requireSame() {
        if (difference.isPresent()) throw new AssertionError(this);
    }

    @Override
    public String toString() {
        return difference
                .map(first -> messages + " messages as recorded, then " + first)
                .orElse(messages + " messages as recorded");
    }
}
