package dev.ovsdb.conformance.suite;

import dev.ovsdb.conformance.ConformanceCase;
import java.util.List;

/**
 * A case as its file has it.
 *
 * @param info what it tells of itself
 * @param setting what it takes, and what it does
 * @param steps what is played, in order
 */
public record Case(ConformanceCase info, Setting setting, List<Step> steps) {
    /** A database of the server's own, whichever it is. */
    public static final String ANY_DATABASE = "any";

    /** No database at all. */
    public static final String NO_DATABASE = "none";

    public Case {
        steps = List.copyOf(steps);
    }

    public String name() {
        return info.name();
    }

    /**
     * What a case takes, and what it does.
     *
     * @param extensions that the program must offer
     * @param database of the kit, or {@link #ANY_DATABASE} or {@link #NO_DATABASE}
     * @param model {@code standalone} or {@code clustered}; empty for any
     * @param changes what is another behind it
     * @param writes how the kit's bytes leave, for cases of clients
     */
    public record Setting(List<String> extensions, String database, String model, Changes changes, Writes writes) {}

    /** What a case leaves behind. */
    public enum Changes {
        NOTHING,
        DATA,
        SCHEMA
    }

    /** How the bytes of a message leave. */
    public enum Writes {
        WHOLE,
        BYTE_BY_BYTE
    }

    /** How many sessions it takes. */
    public int sessions() {
        return (int) steps.stream().map(Step::session).distinct().count();
    }

    /** Whether it takes one of the kit's own databases. */
    public boolean needsKitDatabase() {
        return !setting.database().equals(ANY_DATABASE) && !setting.database().equals(NO_DATABASE);
    }
}
