package dev.ovsdb.codegen;

import dev.ovsdb.codegen.doc.Documentation;
import dev.ovsdb.codegen.doc.DocumentationException;
import dev.ovsdb.codegen.schema.SchemaUnion;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the generator is given, and says of what it cannot read the file, the place and the reason. */
final class InputFiles {
    private InputFiles() {}

    static SchemaUnion union(List<Path> files) {
        List<SchemaUnion.Version> versions = new ArrayList<>();
        for (Path file : files) {
            versions.add(new SchemaUnion.Version(file.toString(), schema(file)));
        }
        return SchemaUnion.of(versions);
    }

    private static DatabaseSchema schema(Path file) {
        String name = file.toString();
        try {
            return DatabaseSchema.parse(bytes(file));
        } catch (SchemaException e) {
            String message = String.valueOf(e.getMessage());
            String prefix = e.place() + ": ";
            String reason = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
            throw new CodegenException(name, e.place(), reason, e);
        } catch (JsonSyntaxException e) {
            throw new CodegenException(name, "byte " + e.offset(), "not JSON: " + e.getMessage(), e);
        }
    }

    static Documentation documentation(Path file) {
        try {
            return Documentation.parse(bytes(file));
        } catch (DocumentationException e) {
            throw new CodegenException(file.toString(), e.place(), e.reason(), e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CodegenException(file.toString(), "", "there is no such file", e);
        } catch (IOException e) {
            throw new CodegenException(file.toString(), "", "cannot be read: " + e.getMessage(), e);
        }
    }
}
