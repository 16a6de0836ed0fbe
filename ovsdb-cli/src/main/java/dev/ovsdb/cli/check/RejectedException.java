package dev.ovsdb.cli.check;

import dev.ovsdb.cli.json.JsonPrinter;
import dev.ovsdb.jsonrpc.JsonValue;
import org.jspecify.annotations.Nullable;

/** Something is not what it should be; the message has the form of the reference's errors. */
public final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String syntax;
    private final String tag;
    private final String details;

    private RejectedException(@Nullable String syntax, String tag, String details) {
        super((syntax == null ? "" : "syntax \"" + syntax + "\": ") + tag + ": " + details);
        this.syntax = syntax;
        this.tag = tag;
        this.details = details;
    }

    static RejectedException syntax(JsonValue at, String details) {
        return tagged(at, "syntax error", details);
    }

    static RejectedException tagged(JsonValue at, String tag, String details) {
        return new RejectedException(JsonPrinter.sorted(at), tag, details);
    }

    /** One that no text is at fault for. */
    static RejectedException plain(String tag, String details) {
        return new RejectedException(null, tag, details);
    }

    static RejectedException constraint(String details) {
        return plain("constraint violation", details);
    }

    /** The same about a part of something. */
    public RejectedException within(String where) {
        return new RejectedException(syntax, tag, where + ": " + details);
    }
}
