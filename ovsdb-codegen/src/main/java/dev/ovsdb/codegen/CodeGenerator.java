package dev.ovsdb.codegen;

import dev.ovsdb.codegen.doc.Documentation;
import dev.ovsdb.codegen.schema.SchemaUnion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Describes what is to be generated. For one thread.
 *
 * <pre>{@code
 * CodeGenerator.into("org.example.switches")
 *         .schema(Path.of("vswitch.ovsschema"))
 *         .documentation(Path.of("vswitch.xml"))
 *         .generate()
 *         .writeTo(Path.of("target/generated-sources/ovsdb"));
 * }</pre>
 */
public final class CodeGenerator {
    private final String javaPackage;
    private final List<Path> schemas = new ArrayList<>();
    private @Nullable Path documentation;

    private CodeGenerator(String javaPackage) {
        this.javaPackage = javaPackage;
    }

    /**
     * Begins with the package that the types go into. It must have no other types: names are only kept apart among those generated.
     *
     * @throws IllegalArgumentException if this is no name of a package
     */
    public static CodeGenerator into(String javaPackage) {
        if (!SourceVersion.isName(javaPackage, SourceVersion.RELEASE_17)) {
            throw new IllegalArgumentException("not the name of a Java package: \"" + javaPackage + '"');
        }
        return new CodeGenerator(javaPackage);
    }

    /** Adds a schema. Several must be versions of one: what any of them has is generated. */
    public CodeGenerator schema(Path file) {
        schemas.add(Objects.requireNonNull(file, "file"));
        return this;
    }

    /** Takes texts for the Javadoc from a file, in the XML in which Open vSwitch and OVN document their databases. */
    public CodeGenerator documentation(Path file) {
        documentation = Objects.requireNonNull(file, "file");
        return this;
    }

    /**
     * Reads the files and generates.
     *
     * @throws IllegalStateException if no schema was given
     * @throws CodegenException if a file cannot be read, or the schemas do not fit together
     */
    public GeneratedCode generate() {
        if (schemas.isEmpty()) {
            throw new IllegalStateException("no schema was given");
        }
        SchemaUnion union = InputFiles.union(schemas);
        Documentation texts = documentation == null ? Documentation.NONE : InputFiles.documentation(documentation);
        return new GeneratedCode(new DatabaseFiles(javaPackage, union, texts).write());
    }
}
