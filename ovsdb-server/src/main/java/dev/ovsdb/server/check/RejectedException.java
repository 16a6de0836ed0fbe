package dev.ovsdb.server.check;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.text.JsonPrinter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something is not what it should be; the message has the form of the reference's errors. Without a stack trace: it tells of a
 * peer's fault, not of the program's, and peers may cause many.
 */
public final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String syntax;
    private final String tag;
    private final String details;

    private RejectedException(@Nullable String syntax, String tag, String details) {
        super((syntax == null ? "" : "syntax \"" + syntax + "\": ") + tag + ": " + details, null, false, false);
        this.syntax = syntax == null ? null : ForeignBytes.shown(syntax);
        this.tag = tag;
        this.details = ForeignBytes.shown(details);
    }

    /** A {@code syntax error} in this piece of JSON. */
    public static RejectedException syntax(JsonValue at, String details) {
        return tagged(at, ErrorTag.SYNTAX_ERROR, details);
    }

    /** An error of another kind that this piece of JSON is at fault for. */
    public static RejectedException tagged(JsonValue at, ErrorTag tag, String details) {
        return new RejectedException(JsonPrinter.quoted(at), tag.text(), details);
    }

    /** One that no text is at fault for. */
    public static RejectedException plain(ErrorTag tag, String details) {
        return new RejectedException(null, tag.text(), details);
    }

    static RejectedException constraint(String details) {
        return plain(ErrorTag.CONSTRAINT_VIOLATION, details);
    }

    /** The same about a part of something. */
    public RejectedException within(String where) {
        return new RejectedException(syntax, tag, where + ": " + details);
    }

    /** The error as the result of an operation has it. */
    public OperationError error() {
        return new OperationError(tag, details, syntax, Map.of());
    }

    /** The error as JSON, for a reply that is an error as a whole. */
    public JsonObject toJson() {
        JsonObject json =
                JsonObject.EMPTY.with("details", JsonValue.of(details)).with("error", JsonValue.of(tag));
        return syntax == null ? json : json.with("syntax", JsonValue.of(syntax));
    }
}
