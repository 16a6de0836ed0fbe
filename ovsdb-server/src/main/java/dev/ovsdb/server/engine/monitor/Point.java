package dev.ovsdb.server.engine.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place between steps, at which monitors stand that have sent what came before. Guarded by the {@link StepList}, also while it
 * is not yet part of it.
 */
final class Point {
    /** The version that has been reached here. */
    final long version;

    /** Its number in the list, in which later ones have greater numbers. */
    long ordinal;

    int monitors;

    @Nullable
    Point previous;

    /** What leads to the next point; null at the end of the list. */
    @Nullable
    Step step;

    @Nullable
    Point next;

    private @Nullable Step caughtUpTo;
    private @Nullable Step catchUp;

    Point(long version) {
        this.version = version;
    }

    /** All these steps, which begin here, as one: made once for all monitors that fell behind at the same place. */
    synchronized Step merged(List<Step> steps) {
        Step last = steps.get(steps.size() - 1);
        if (catchUp == null || caughtUpTo != last) {
            catchUp = Step.merged(steps);
            caughtUpTo = last;
        }
        return catchUp;
    }
}
