package dev.ovsdb.server.file;

import java.io.IOException;

/** What was half written could not be taken back: nobody knows what the file holds. */
final class UnknownContentsException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownContentsException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
