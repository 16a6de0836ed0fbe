package dev.ovsdb.codegen;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Files beside the tests. */
final class Inputs {
    private Inputs() {}

    static Path file(String name) {
        URL found = Objects.requireNonNull(Inputs.class.getResource(name), name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is generated from these schemas. */
    static GeneratedCode generated(String... schemas) {
        CodeGenerator generator = CodeGenerator.into("org.example");
        for (String schema : schemas) {
            generator.schema(file(schema));
        }
        return generator.generate();
    }
}
