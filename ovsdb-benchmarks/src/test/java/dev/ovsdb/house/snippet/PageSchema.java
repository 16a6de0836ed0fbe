package dev.ovsdb.house.snippet;

import dev.ovsdb.codegen.CodeGenerator;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A schema that a page shows in a block of JSON. Examples below it that import from the package of its name, in small letters, are
 * compiled with the types that are generated from it, and have a server of it.
 */
record PageSchema(String text) {
    /** Whether a block of JSON is a schema. */
    static boolean isSchema(String json) {
        return json.contains("\"tables\"");
    }

    DatabaseSchema schema() {
        return DatabaseSchema.parse(text);
    }

    private String packageName() {
        return schema().name().toLowerCase(Locale.ROOT);
    }

    boolean isUsedBy(String code) {
        return code.contains("import " + packageName() + ".");
    }

    /** Generates its types below a folder. */
    List<Path> generate(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(packageName() + ".ovsschema"), text);
        return CodeGenerator.into(packageName()).schema(file).generate().writeTo(folder);
    }
}
