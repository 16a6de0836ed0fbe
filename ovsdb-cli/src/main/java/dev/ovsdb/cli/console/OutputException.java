package dev.ovsdb.cli.console;

import java.io.IOException;

/** Standard output takes nothing more. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(IOException cause) {
        super("write to stdout failed", cause);
    }
}
