package dev.ovsdb.conformance.suite;

import java.util.List;

/**
 * Something beyond RFC 7047, and how to find out whether a server offers it.
 *
 * @param database of the kit that the question takes; or {@link Case#NO_DATABASE}
 * @param steps an exchange that only a server with it agrees to
 */
public record Extension(String name, String database, List<Step> steps) {
    public Extension {
        steps = List.copyOf(steps);
    }
}
