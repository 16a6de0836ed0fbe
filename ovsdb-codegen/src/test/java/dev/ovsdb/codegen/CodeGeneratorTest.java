package dev.ovsdb.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.idl.FilledReplica;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.View;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a schema to a program that reads a database by it. */
class CodeGeneratorTest {
    @TempDir
    private Path folder;

    private static GeneratedCode garden() {
        return CodeGenerator.into("org.example")
                .schema(Inputs.file("garden.ovsschema"))
                .documentation(Inputs.file("garden.xml"))
                .generate();
    }

    @Test
    void whatIsGeneratedReadsAReplica() throws Exception {
        garden().writeTo(folder);
        Files.copy(Inputs.file("UseGarden.java.txt"), folder.resolve("org/example/UseGarden.java"));
        try (Compiled compiled = Compiled.of(folder, folder.resolve("classes"))) {
            Class<?> database = compiled.type("org.example.GardenPlanDatabase");
            Interest interest = (Interest) database.getMethod("interest").invoke(null);
            DatabaseSchema schema =
                    (DatabaseSchema) database.getMethod("schema").invoke(null);
            assertThat(database.getField("NAME").get(null)).isEqualTo("Garden_Plan");
            assertThat(schema).isEqualTo(DatabaseSchema.parse(Inputs.file("garden.ovsschema")));
            assertThat(read(compiled, filled(interest, schema)))
                    .asString()
                    .isEqualTo(List.of(
                                    true,
                                    3L,
                                    Optional.of(6.5),
                                    true,
                                    0.25,
                                    List.of("UNRECOGNISED", "PEAT"),
                                    List.of(3L, 4L),
                                    Map.of("owner", "ann"),
                                    "{SUN=VALUE_1, WATER=VALUE_MINUS_1}",
                                    List.of("leek", "rose"),
                                    Optional.of("onions"),
                                    "rose",
                                    0.5,
                                    Condition.equal("name", "south"),
                                    Condition.includes("months", 4L),
                                    List.of("Bed"),
                                    true)
                            .toString());
        }
    }

    private static View filled(Interest interest, DatabaseSchema schema) {
        return new FilledReplica(interest, schema)
                .row("Family", 1, "{'name': 'onions'}")
                .row("Plant_Kind", 2, "{'name': 'leek', 'family': @1}")
                .row("Plant_Kind", 3, "{'name': 'rose', 'family': @9}")
                .row("Bed", 4, """
                    {'name': 'south', 'row_number': 3, 'side': 'left', 'ph': 6.5, 'raised': true, 'shade': 0.25,
                     'soils': ['set', ['peat', 'clay', 'chalk']], 'months': ['set', [3, 4]], 'notes': ['map', [['owner', 'ann']]],
                     'scores': ['map', [['sun', 1], ['water', -1]]], 'plants': ['set', [@2, @3, @8]], 'favourite': @2,
                     'places': ['map', [[7, @3], [8, @8]]], 'shares': ['map', [[@2, 0.5]]]}""")
                .view();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> read(Compiled compiled, Replica replica) throws ReflectiveOperationException {
        Object program =
                compiled.type("org.example.UseGarden").getDeclaredConstructor().newInstance();
        List<Object> seen = ((Function<Replica, List<Object>>) program).apply(replica);
        return seen.stream()
                .map(one -> one instanceof Set<?> set ? List.copyOf(set.stream().toList()) : one)
                .toList();
    }

    @Test
    void theCompilerKnowsWhatMayBeWritten() throws Exception {
        garden().writeTo(folder);
        Path program = folder.resolve("org/example/WriteGarden.java");
        Files.copy(Inputs.file("WriteGarden.java.txt"), program);
        List<String> lines = Files.readAllLines(program);
        List<Long> marked = LongStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get((int) line - 1).endsWith("// x"))
                .boxed()
                .toList();
        assertThat(marked).hasSizeGreaterThan(20);
        assertThat(Compiled.mistakes(folder, folder.resolve("classes"))).containsExactlyElementsOf(marked);
    }

    @Test
    void theSameInputGivesTheSameTextInAscii() {
        Map<String, String> once = garden().files();
        assertThat(garden().files()).isEqualTo(once);
        assertThat(List.copyOf(garden().files().keySet())).isEqualTo(List.copyOf(once.keySet()));
        assertThat(once.values()).allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
        assertThat(once)
                .containsOnlyKeys(List.of(
                                "GardenPlanDatabase",
                                "Bed",
                                "BedTable",
                                "BedSide",
                                "BedSoils",
                                "BedScoresKey",
                                "BedScoresValue",
                                "PlantKind",
                                "PlantKindTable",
                                "Family",
                                "FamilyTable")
                        .stream()
                        .map(type -> "org/example/" + type + ".java")
                        .toArray(String[]::new));
    }

    @Test
    void whatHasNotChangedIsNotWrittenAgain() throws IOException {
        List<Path> files = garden().writeTo(folder);
        FileTime before = FileTime.fromMillis(0);
        Files.setLastModifiedTime(files.get(0), before);
        Files.writeString(files.get(1), "old");

        assertThat(garden().writeTo(folder)).isEqualTo(files);

        assertThat(Files.getLastModifiedTime(files.get(0))).isEqualTo(before);
        assertThat(files.get(1)).content().contains("class Bed ");
    }

    @Test
    void commentsTellWhatTheSchemaAndItsDocumentationSay() {
        String bed = garden().files().get("org/example/Bed.java");
        assertThat(plain(bed))
                .contains("A bed is watered as a whole. See <code>Plant_Kind.name</code>.")
                .contains(
                        "The name of the bed, as on its sign. <p>Column <code>name</code>: a string. It does not change once the row is"
                                + " there.")
                .contains("an integer from -5 to 50.")
                .contains("a real of at least 0.0, or nothing.")
                .contains("a string with 2 to 8 characters, or nothing.")
                .contains("<ul> <li>7: is neutral</li> <li><code>4</code>: is for heather; and for peat.</li> </ul>")
                .contains("a set of 0 to 3 values of {@link BedSoils}.")
                .contains("a weak reference to a {@link PlantKind}, or nothing.")
                .contains("a map from integers to strong references to {@link PlantKind}.")
                .contains("Key <code>owner</code>: Who waters it. <p>Whatever there is to say.")
                .contains("It need not survive a restart of the server.");
        assertThat(plain(garden().files().get("org/example/BedTable.java"))).contains("It has at most 100 rows.");
        assertThat(garden().files().get("org/example/GardenPlanDatabase.java")).contains("What grows where.");
    }

    /** A comment as one line. */
    private static String plain(String source) {
        return source.replaceAll("(\\s*\n\\s*\\*(?!/))+\\s*", " ").replaceAll(" +", " ");
    }

    @Test
    void aPackageMustHaveAName() {
        for (String name : List.of("", "a..b", "a.class", "a-b")) {
            assertThatThrownBy(() -> CodeGenerator.into(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> CodeGenerator.into("a.b").generate()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOlderServerShowsDefaults() throws Exception {
        garden().writeTo(folder);
        try (Compiled compiled = Compiled.of(folder, folder.resolve("classes"))) {
            Interest interest = (Interest) compiled.type("org.example.GardenPlanDatabase")
                    .getMethod("interest")
                    .invoke(null);
            DatabaseSchema older = DatabaseSchema.parse(Inputs.file("garden-1.0.ovsschema"));
            View view = new FilledReplica(interest, older)
                    .row("Bed", 1, "{'name': 'north'}")
                    .view();
            Object bed = compiled.type("org.example.Bed")
                    .getConstructor(ReadableRow.class)
                    .newInstance(view.table("Bed").rows().get(0));
            assertThat(bed.getClass().getMethod("raised").invoke(bed)).isEqualTo(false);
            assertThat(bed.getClass().getMethod("notes").invoke(bed)).isEqualTo(Map.of());
            assertThat((Set<?>) bed.getClass().getMethod("plants").invoke(bed)).isEmpty();
            assertThat(view.hasColumn("Bed", "raised")).isFalse();
            assertThat(view.table("Family").size()).isZero();
        }
    }
}
