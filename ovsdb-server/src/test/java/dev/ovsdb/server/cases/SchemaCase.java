package dev.ovsdb.server.cases;

import dev.ovsdb.jsonrpc.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A schema that a database {@code S} is to be converted to, and how the reference refuses it, if it does.
 *
 * @param schema the schema, which may be anything
 * @param error the error of the reply, empty if there is none
 */
public record SchemaCase(JsonValue schema, Optional<JsonValue> error) {
    /** All cases. */
    public static List<SchemaCase> all() {
        try (var in = Objects.requireNonNull(SchemaCase.class.getResourceAsStream("schemas.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> read(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaCase read(String[] parts) {
        Optional<JsonValue> error = parts[1].equals("ok") ? Optional.empty() : Optional.of(JsonValue.parse(parts[1]));
        return new SchemaCase(JsonValue.parse(parts[0]), error);
    }

    /** Whether a refusal, or its absence, is what this case expects; the order of an error's members does not matter. */
    public boolean expects(Optional<JsonValue> refusal) {
        return Refusals.areSame(refusal, error);
    }

    @Override
    public String toString() {
        return schema.toString();
    }
}
