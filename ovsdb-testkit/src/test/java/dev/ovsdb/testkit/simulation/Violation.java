package dev.ovsdb.testkit.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that must always hold does not. It is remembered when it is made: the code under test may catch what is thrown at it. */
public final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<@Nullable Violation> FIRST = new ThreadLocal<>();

    private String logged = "";

    Violation(String message) {
        this(message, null);
    }

    Violation(String message, @Nullable Throwable cause) {
        super(message, cause);
        if (FIRST.get() == null) {
            FIRST.set(this);
        }
    }

    /** For what happens where nothing may be thrown: the run fails behind the task. */
    static void remember(String message, @Nullable Throwable cause) {
        new Violation(message, cause);
    }

    /** Has its message show what was logged until then. */
    Violation after(List<?> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("\n    log: ").append(line));
        logged = text.toString();
        return this;
    }

    @Override
    public String getMessage() {
        return super.getMessage() + logged;
    }

    static void unless(boolean holds, String format, @Nullable Object... arguments) {
        if (!holds) {
            throw new Violation(String.format(format, arguments));
        }
    }

    /** A run of this thread begins. */
    static void forget() {
        FIRST.remove();
    }

    /** Throws the first of this run, if there was one. */
    static void rethrow() {
        Violation first = FIRST.get();
        if (first != null) {
            throw first;
        }
    }
}
