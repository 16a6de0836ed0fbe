package dev.ovsdb.testkit.assertion;

import java.time.Duration;
import java.util.Locale;

/** Assertions about a database. Each check of a table looks anew. */
public final class DatabaseAssert {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Look look;
    private final String within;

    DatabaseAssert(Look look) {
        this(look, "");
    }

    private DatabaseAssert(Look look, String within) {
        this.look = look;
        this.within = within;
    }

    /**
     * Has each check wait for what it asks for, for up to 10 s: a monitor tells when it is so, and the check passes at that moment.
     *
     * @throws IllegalStateException of a view, which never changes
     */
    public DatabaseAssert eventually() {
        return eventually(PATIENCE);
    }

    /** As {@link #eventually()}, with another patience. */
    public DatabaseAssert eventually(Duration patience) {
        return new DatabaseAssert(
                look.eventually(patience),
                " within " + patience.toString().substring(2).toLowerCase(Locale.ROOT));
    }

    /**
     * Turns to a table.
     *
     * @throws java.util.NoSuchElementException if there is none of this name; says which there are
     */
    public TableAssert table(String name) {
        return new TableAssert(look, look.schema().requireTable(name), within);
    }
}
