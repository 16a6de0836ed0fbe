package dev.ovsdb.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.idl.FilledReplica;
import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.idl.View;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that Java has for something else, and names that become one. That they compile at all is half of the test. */
class NamesTest {
    @TempDir
    private Path folder;

    private Compiled compiled;

    @BeforeEach
    void compile() throws Exception {
        Inputs.generated("names.ovsschema").writeTo(folder);
        compiled = Compiled.of(folder, folder.resolve("classes"));
    }

    @AfterEach
    void close() throws Exception {
        compiled.close();
    }

    @Test
    void tablesThatTakeTheNameOfAnImportantTypeAreRows() {
        assertThat(Inputs.generated("names.ovsschema").files().keySet())
                .contains(
                        "org/example/StringRow.java",
                        "org/example/StringTable.java",
                        "org/example/ObjectRow.java",
                        "org/example/ListRow.java",
                        "org/example/OverrideRow.java",
                        "org/example/SSL.java");
    }

    @Test
    void whatComesSecondHasANumber() {
        assertThat(Inputs.generated("names.ovsschema").files().keySet())
                .contains(
                        "org/example/Bridge.java",
                        "org/example/BridgeTable.java",
                        "org/example/BridgeTable2.java",
                        "org/example/BridgeTable2Table.java",
                        "org/example/QoS.java",
                        "org/example/QOS2.java",
                        "org/example/NamesDatabase.java",
                        "org/example/NamesDatabase2.java",
                        "org/example/AB.java",
                        "org/example/AB2.java");
    }

    @Test
    void columnsAreCalledAsTheyCanBe() throws Exception {
        Class<?> row = compiled.type("org.example.StringRow");
        assertThat(Stream.of(row.getDeclaredMethods()).map(Method::getName))
                .containsExactlyInAnyOrder(
                        "classColumn",
                        "uuidColumn",
                        "rowColumn",
                        "waitColumn",
                        "getClassColumn",
                        "hashCodeColumn",
                        "yieldColumn",
                        "trueColumn",
                        "waitColumn2",
                        "mac",
                        "mac2",
                        "aB",
                        "aB2",
                        "aB3",
                        "x1",
                        "x12",
                        "equalsColumn",
                        "in",
                        "index",
                        "size",
                        "source",
                        "get",
                        "table",
                        "tx");
    }

    @Test
    void columnsNamedAsMethodsOfTheLibraryAreReadAllTheSame() throws Exception {
        DatabaseSchema schema = DatabaseSchema.parse(Inputs.file("names.ovsschema"));
        View view = new FilledReplica(Interest.of(schema), schema)
                .row("String", 1, "{'source': 'here', 'get': 7, 'equals': 'x'}")
                .view();
        Class<?> type = compiled.type("org.example.StringRow");
        Object row = type.getConstructor(ReadableRow.class)
                .newInstance(view.table("String").rows().get(0));
        assertThat(type.getMethod("source").invoke(row)).isEqualTo("here");
        assertThat(type.getMethod("get").invoke(row)).isEqualTo(7L);
        assertThat(type.getMethod("equalsColumn").invoke(row)).isEqualTo(Optional.of("x"));
    }

    @Test
    void constantsAreToldApart() throws Exception {
        assertThat(constants("StringTable"))
                .contains("_UUID", "UUID", "CLASS", "MAC", "MAC_2", "A_B", "AB", "A_B_2", "X__1", "X1");
        assertThat(constants("ATable")).contains("AB");
    }

    @Test
    void valuesThatAreNoIdentifiersHaveConstants() throws Exception {
        assertThat(constants("AB2"))
                .containsExactlyInAnyOrder(
                        "EMPTY",
                        "VALUE",
                        "_802_1AD",
                        "A_B",
                        "CLASS",
                        "A_B_2",
                        "A_B_3",
                        "UNRECOGNISED",
                        "VALUE_2",
                        "UNRECOGNISED_2");
        assertThat(constants("AN"))
                .containsExactly("VALUE_MINUS_1", "VALUE_1", "VALUE_9223372036854775807", "UNRECOGNISED");
        assertThat(constants("AT")).containsExactly("TRUE", "UNRECOGNISED");
    }

    private List<String> constants(String type) throws ClassNotFoundException {
        return Arrays.stream(compiled.type("org.example." + type).getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> field.getName())
                .toList();
    }
}
