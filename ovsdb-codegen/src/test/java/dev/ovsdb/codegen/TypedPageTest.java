package dev.ovsdb.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.idl.FilledReplica;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/typed.md: its schema is generated from, its code is compiled and run, and prints what the page says. */
class TypedPageTest {
    @TempDir
    private Path folder;

    @Test
    void printsWhatItSays() throws Exception {
        String page = Files.readString(root().resolve("docs/typed.md"));
        Path schema = Files.writeString(folder.resolve("town.ovsschema"), block(page, "json"));
        Path sources = folder.resolve("src");
        CodeGenerator.into("town").schema(schema).generate().writeTo(sources);
        Files.writeString(sources.resolve("town/Example.java"), """
                package town;
                import dev.ovsdb.idl.Replica;
                import dev.ovsdb.idl.interest.KeyPart;
                import dev.ovsdb.protocol.operation.Condition;
                import dev.ovsdb.protocol.operation.Insert;
                import dev.ovsdb.protocol.operation.Operation;
                import java.util.List;
                /** The page's. */
                public final class Example {
                    private Example() {}
                    /** What the page shows. */
                    public static void run(Replica replica) {
                %s}}
                """.formatted(block(page, "java typed")));
        try (Compiled compiled = Compiled.of(sources, folder.resolve("classes"))) {
            assertThat(printed(compiled, town(DatabaseSchema.parse(schema)))).isEqualTo(block(page, "text"));
        }
    }

    private static Replica town(DatabaseSchema schema) {
        return new FilledReplica(Interest.of(schema), schema)
                .row("Person", 1, "{'name': 'Ann'}")
                .row("Person", 2, "{'name': 'Bob'}")
                .row("House", 3, """
                    {'address': 'Mill Lane 4', 'floors': 3, 'heating': 'wood', 'tenants': ['set', [@1, @2]],
                     'external_ids': ['map', [['owner', 'ann']]]}""")
                .row("House", 4, "{'address': 'Mill Lane 5', 'floors': 1}")
                .view();
    }

    private static String printed(Compiled compiled, Replica replica) throws Exception {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            compiled.type("town.Example").getMethod("run", Replica.class).invoke(null, replica);
        } finally {
            System.setOut(standard);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** The first block of this kind. */
    private static String block(String page, String kind) {
        int start = page.indexOf("```" + kind + "\n") + kind.length() + 4;
        return page.substring(start, page.indexOf("\n```", start) + 1);
    }

    /** Tests run in their module's folder; the root is the folder above that has the wrapper. */
    private static Path root() {
        Path place = Path.of("").toAbsolutePath();
        while (!Files.exists(place.resolve("mvnw"))) {
            place = place.getParent();
        }
        return place;
    }
}
