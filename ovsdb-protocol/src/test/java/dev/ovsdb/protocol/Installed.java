package dev.ovsdb.protocol;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the reference implementation that tests compare with. */
public final class Installed {
    private static final String SWITCH = "OVSDB_REQUIRE_PEERS";

    private Installed() {}

    /** Without this file the test is skipped, or fails where the reference is required. */
    public static Path require(Path file) {
        boolean present = Files.exists(file);
        boolean required = Boolean.getBoolean(SWITCH) || "true".equals(System.getenv(SWITCH));
        if (!present && required) {
            throw new AssertionError(file + " is required (" + SWITCH + ") but not installed");
        }
        assumeTrue(present, file + " is not installed: no comparison with the reference");
        return file;
    }
}
