package dev.ovsdb.jsonrpc.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Catches what is logged while an input of a fuzz target runs: thousands do, and nobody reads it. Errors count all the same: code
 * that survives its own faults tells only the log.
 */
public final class CaughtLog implements AutoCloseable {
    /** In its place: a message may quote a peer that says the same word. */
    private static final Pattern ERROR = Pattern.compile("^\\[[^]]*] ERROR ", Pattern.MULTILINE);

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    public CaughtLog() {
        System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
    }

    /** @throws AssertionError if an error was logged so far */
    public void requireNoError() {
        String text = lines.toString(StandardCharsets.UTF_8);
        if (ERROR.matcher(text).find()) {
            throw new AssertionError("an error was logged: " + text);
        }
    }

    /** The lines so far in which this stands. */
    public List<String> lines(String part) {
        return lines.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(part))
                .toList();
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
