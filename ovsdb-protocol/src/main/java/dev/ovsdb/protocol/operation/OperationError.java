package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server says went wrong: RFC 7047's {@code <error>}, with nothing lost.
 *
 * @param error the {@code error} member as it came; {@link #tag()} is its typed form
 * @param detailsOrNull the {@code details} member: text for a human
 * @param syntaxOrNull the {@code syntax} member: the JSON text that the server objects to
 * @param others all other members, such as {@code io-error}, each as JSON text
 */
public record OperationError(
        String error,
        @Nullable String detailsOrNull,
        @Nullable String syntaxOrNull,
        Map<String, String> others) implements OperationResult {
    public OperationError {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    public static OperationError of(ErrorTag tag, String details) {
        return new OperationError(tag.text(), details, null, Map.of());
    }

    public ErrorTag tag() {
        return ErrorTag.of(error);
    }

    public Optional<String> details() {
        return Optional.ofNullable(detailsOrNull);
    }

    public Optional<String> syntax() {
        return Optional.ofNullable(syntaxOrNull);
    }

    /** One line for a human: {@code constraint violation: "x" is not one of the allowed values}. */
    public String describe() {
        StringBuilder text = new StringBuilder(error);
        if (detailsOrNull != null) {
            text.append(": ").append(detailsOrNull);
        }
        if (syntaxOrNull != null) {
            text.append(" (syntax: ").append(Quote.cut(syntaxOrNull)).append(')');
        }
        return text.toString();
    }

    /** Writes the error as an object. */
    @Override
    public void write(JsonWriter writer) {
        writer.beginObject();
        if (syntaxOrNull != null) {
            writer.name("syntax").value(syntaxOrNull);
        }
        if (detailsOrNull != null) {
            writer.name("details").value(detailsOrNull);
        }
        writer.name("error").value(error);
        others.forEach((name, json) -> writer.name(name).raw(json.getBytes(StandardCharsets.UTF_8)));
        writer.endObject();
    }

    /**
     * Reads an error object, its members in any order. A {@code details} or {@code syntax} that is no string stays among the
     * other members.
     *
     * @throws JsonSyntaxException if it is no object, or its {@code error} is missing or not a string
     */
    public static OperationError read(JsonReader reader) {
        reader.beginObject();
        Members members = new Members();
        while (reader.hasNext()) {
            members.read(reader, reader.nextName());
        }
        reader.endObject();
        return members.toError(reader);
    }

    /** The members of an error, as they come. */
    static final class Members {
        private final Map<String, String> others = new LinkedHashMap<>();
        private @Nullable String error;
        private @Nullable String details;
        private @Nullable String syntax;

        void read(JsonReader reader, String name) {
            if (reader.peek() != JsonToken.STRING) {
                others.put(name, new String(reader.rawValue(), StandardCharsets.UTF_8));
                return;
            }
            switch (name) {
                case "error" -> error = reader.nextString();
                case "details" -> details = reader.nextString();
                case "syntax" -> syntax = reader.nextString();
                default -> others.put(name, new String(reader.rawValue(), StandardCharsets.UTF_8));
            }
        }

        boolean hasError() {
            return error != null;
        }

        OperationError toError(JsonReader reader) {
            if (error == null) {
                throw reader.expected("an error object with a string \"error\" before this place");
            }
            return new OperationError(error, details, syntax, others);
        }
    }
}
