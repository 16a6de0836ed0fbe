package dev.ovsdb.server.file;

import java.io.IOException;

/** Somebody else uses a database file. */
public final class FileLockedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean here;

    FileLockedException(boolean here) {
        super(here ? "Resource deadlock avoided" : "Resource temporarily unavailable");
        this.here = here;
    }

    /** Whether that is another user of it in this process. */
    public boolean isHere() {
        return here;
    }
}
