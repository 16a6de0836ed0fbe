package dev.ovsdb.cli.schema;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.json.JsonArgument;
import dev.ovsdb.cli.json.JsonTextException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.check.SchemaCheck;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads schemas from files, with the reference's reasons for refusing one. */
public final class SchemaFile {
    private SchemaFile() {}

    /** @throws CommandException if the file cannot be read or holds no schema */
    public static DatabaseSchema read(String file) {
        JsonValue json = json(file);
        try {
            SchemaCheck.check(json);
        } catch (RejectedException e) {
            RejectedException told = e.within("failed to parse \"" + file + "\" as ovsdb schema");
            throw new CommandException(String.valueOf(told.getMessage()), e);
        }
        try {
            return DatabaseSchema.parse(json.toString());
        } catch (SchemaException e) {
            throw new CommandException("failed to parse \"" + file + "\" as ovsdb schema: " + e.getMessage(), e);
        }
    }

    private static JsonValue json(String file) {
        try {
            return JsonArgument.parse(Files.readAllBytes(Path.of(file)));
        } catch (JsonTextException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "error opening \"" + file + "\": No such file or directory", e);
        } catch (AccessDeniedException e) {
            throw unreadable(file, "error opening \"" + file + "\": Permission denied", e);
        } catch (IOException e) {
            throw unreadable(file, "error reading JSON stream: " + e.getMessage(), e);
        }
    }

    private static CommandException unreadable(String file, String reason, Exception cause) {
        return new CommandException(
                "failed to read schema: \"" + file + "\" could not be read as JSON (" + reason + ")", cause);
    }

    /** The schema as its database will have it: clusters keep what a standalone database would forget. */
    public static JsonValue asKept(DatabaseSchema schema, boolean clustered) {
        JsonValue json = JsonValue.parse(schema.toJson());
        return clustered ? withoutEphemeral(json) : json;
    }

    private static JsonValue withoutEphemeral(JsonValue json) {
        if (json instanceof JsonArray array) {
            return new JsonArray(
                    array.elements().stream().map(SchemaFile::withoutEphemeral).toList());
        }
        if (!(json instanceof JsonObject object)) {
            return json;
        }
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            if (!(name.equals("ephemeral") && value.equals(JsonValue.of(true)))) {
                kept.put(name, withoutEphemeral(value));
            }
        });
        return JsonObject.of(kept);
    }
}
