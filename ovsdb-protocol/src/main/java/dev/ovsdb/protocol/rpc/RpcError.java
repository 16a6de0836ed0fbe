package dev.ovsdb.protocol.rpc;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.json.MalformedUtf8Exception;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code error} member of a reply: why a request as a whole was refused. Servers of OVSDB send a bare string (such as
 * {@code "unknown method"}) or an error object; anything else is kept as its text.
 *
 * @param form which of these it was
 * @param error for a string, that string as the error's tag; for anything else, its JSON text
 */
public record RpcError(Form form, OperationError error) {
    /** How an error is written. */
    public enum Form {
        STRING,
        OBJECT,
        OTHER
    }

    /** The error that servers write as a bare string. */
    public static RpcError of(ErrorTag tag) {
        return of(Form.STRING, tag.text());
    }

    private static RpcError of(Form form, String text) {
        return new RpcError(form, new OperationError(text, null, null, Map.of()));
    }

    /**
     * Reads an error of any form.
     *
     * @param json one JSON text
     * @throws JsonSyntaxException if it is not JSON, or if a string of the error is not Unicode
     */
    public static RpcError parse(byte[] json) {
        JsonReader reader = JsonReader.of(json);
        if (reader.peek() == JsonToken.STRING) {
            String text = reader.nextString();
            reader.end();
            return of(Form.STRING, text);
        }
        reader.skipValue();
        reader.end();
        return ofObject(json);
    }

    private static RpcError ofObject(byte[] json) {
        try {
            return new RpcError(Form.OBJECT, OperationError.read(JsonReader.of(json)));
        } catch (MalformedUtf8Exception e) {
            throw e; // As for a bare string; no text could stand for it.
        } catch (JsonSyntaxException notAnErrorObject) {
            return of(Form.OTHER, new String(json, StandardCharsets.UTF_8).strip());
        }
    }

    public ErrorTag tag() {
        return form == Form.OTHER ? ErrorTag.OTHER : error.tag();
    }

    public Optional<String> details() {
        return error.details();
    }

    /** Whether the peer does not know the method: the cue to use an older one. */
    public boolean isUnknownMethod() {
        return tag() == ErrorTag.UNKNOWN_METHOD;
    }

    /** Writes the error in its form. */
    public void write(JsonWriter writer) {
        switch (form) {
            case STRING -> writer.value(error.error());
            case OBJECT -> error.write(writer);
            case OTHER -> writer.raw(error.error().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One line for a human. */
    @Override
    public String toString() {
        return error.describe();
    }
}
