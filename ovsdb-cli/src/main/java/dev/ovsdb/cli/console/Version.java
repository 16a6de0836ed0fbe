package dev.ovsdb.cli.console;

import java.util.Optional;

/** Which release of this software runs. */
public final class Version {
    private Version() {}

    /** As the jar's manifest says; a run from class files has none. */
    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(development)");
    }
}
