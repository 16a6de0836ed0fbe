package dev.ovsdb.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command lines, in the same order, on the same files, for our tool and the reference's: same output and status. */
@RequiresPeer("ovsdb-tool")
class ToolMatrixIT {
    private static final List<String> TABLES = List.of("Scalar", "Optional", "Sets", "Maps", "Leaf", "Empty");

    @TempDir
    private Path own;

    @TempDir
    private Path reference;

    @BeforeEach
    void makeFiles() throws IOException {
        ToolFiles.make(reference);
        try (var files = Files.list(reference)) {
            for (Path file : files.toList()) {
                Files.copy(file, own.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void sameOutputAndStatus() throws IOException {
        List<String> differing = new ArrayList<>();
        List<List<String>> cases = cases();
        for (List<String> arguments : cases) {
            ToolRun expected = ToolRun.reference(reference, arguments);
            ToolRun actual = ToolRun.own(own, arguments);
            if (!actual.sorted().equals(expected.sorted())) {
                differing.add(arguments + "\n  expected " + expected + "\n  was      " + actual);
            }
        }
        assertThat(differing).isEmpty();
        System.out.println("ovsdb tool: " + cases.size() + " invocations equal to the reference's");
    }

    @Test
    void whatCannotBeConvertedIsNamedWithItsPlace() {
        String insert = "[\"Types\",{\"op\":\"insert\",\"table\":\"Scalar\",\"row\":{\"s\":\"one\",\"e\":\"beta\"}}]";
        ToolRun.own(own, List.of("transact", "@good", insert));
        ToolRun convert = ToolRun.own(own, List.of("convert", "@good", "@narrow.ovsschema", "@narrow"));
        assertThat(convert.status()).isEqualTo(1);
        assertThat(convert.message())
                .matches("ovsdb-tool: syntax error: @good: record 4 at offset \\d+: expected an integer.*");
        assertThat(own.resolve("narrow")).doesNotExist();
    }

    @Test
    void theReferenceReadsWhatOursWroteAndTheOtherWayRound() throws IOException {
        for (List<String> arguments : cases()) {
            ToolRun.reference(reference, arguments);
            ToolRun.own(own, arguments);
        }
        for (String file : List.of("db", "copy", "converted")) {
            List<String> dump = List.of("query", "@" + file, everything());
            ToolRun expected = ToolRun.reference(reference, dump);
            assertThat(expected.status()).as(file).isZero();
            assertThat(ToolRun.reference(own, dump))
                    .as("our %s, read by the reference", file)
                    .isEqualTo(expected);
            assertThat(ToolRun.own(reference, dump))
                    .as("its %s, read by us", file)
                    .isEqualTo(expected);
            assertThat(ToolRun.own(own, dump)).as("our %s, read by us", file).isEqualTo(expected);
        }
    }

    @Test
    void theSameFilesAreShownTheSame() throws IOException {
        for (List<String> arguments : cases()) {
            ToolRun.reference(reference, arguments);
        }
        try (var files = Files.list(reference)) {
            for (Path file : files.toList()) {
                for (String more : List.of("-voff", "-m", "-mm")) {
                    List<String> show = List.of(more, "show-log", file.toString());
                    assertThat(ToolRun.own(reference, show))
                            .as("%s", show)
                            .isEqualTo(ToolRun.reference(reference, show));
                }
            }
        }
    }

    /** A transaction that reads all rows; sorted, since a table has no order, and without versions, which no file keeps. */
    private static String everything() {
        List<String> selects = new ArrayList<>();
        for (String table : TABLES) {
            selects.add("{\"op\":\"select\",\"table\":\"" + table + "\",\"where\":[],\"columns\":[\"_uuid\","
                    + columns(table) + "],\"sort\":[\"_uuid\"]}");
        }
        return "[\"Types\"," + String.join(",", selects) + "]";
    }

    private static String columns(String table) {
        return switch (table) {
            case "Scalar" -> "\"i\",\"r\",\"b\",\"s\",\"e\",\"ei\",\"ir\",\"imin\",\"rr\",\"sl\",\"imm\"";
            case "Optional" -> "\"i\",\"r\",\"b\",\"s\",\"u\",\"wk\",\"st\"";
            case "Sets" -> "\"i\",\"r\",\"b\",\"s\",\"u\",\"s1\",\"st\"";
            case "Maps" -> "\"ss\",\"is\",\"si\",\"sr\",\"sb\",\"uu\",\"ref\"";
            case "Leaf" -> "\"name\"";
            default -> "\"x\"";
        };
    }

    private static List<List<String>> cases() throws IOException {
        try (InputStream in = ToolMatrixIT.class.getResourceAsStream("cases.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.isEmpty() ? List.<String>of() : Arrays.asList(line.split("\t")))
                    .toList();
        }
    }
}
