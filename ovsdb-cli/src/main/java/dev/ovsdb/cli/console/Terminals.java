package dev.ovsdb.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which standard streams are terminals.
 *
 * @param input standard input
 * @param output standard output
 * @param error standard error
 */
public record Terminals(boolean input, boolean output, boolean error) {
    public static final Terminals NONE = new Terminals(false, false, false);

    /** Those of this process. Java tells only whether both input and output are terminals; Linux tells more. */
    public static Terminals ofProcess() {
        return new Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // Without /proc nothing is drawn for a terminal, and nothing is refused to one.
        }
    }
}
