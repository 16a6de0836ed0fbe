package dev.ovsdb.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Wire forms as data: each {@code vectors/<kind>/<case>.json}, named after its line of the wire facts, with what is made of it
 * beside it in {@code <case>.expected}. A new case is a new file; {@code -Dvectors.record=true} writes the expectations that are
 * missing into the sources, to be looked at.
 */
public final class Vectors {
    private static final Path SOURCES = Path.of("src/test/resources");

    private Vectors() {}

    /** The schema that the server had from which the vectors come. */
    public static DatabaseSchema schema() {
        return DatabaseSchema.parse(read(root().resolve("Vectors.ovsschema")));
    }

    /** One test for each case of a kind: the text made of the input must be the expected one. */
    public static Stream<DynamicTest> of(String kind, Function<byte[], String> make) {
        List<Path> cases = inputs(kind);
        assertThat(cases).as("vectors of kind " + kind).isNotEmpty();
        return cases.stream().map(input -> DynamicTest.dynamicTest(name(input), () -> check(kind, input, make)));
    }

    private static void check(String kind, Path input, Function<byte[], String> make) {
        String actual = make.apply(read(input));
        Path expected = input.resolveSibling(name(input) + ".expected");
        if (!Files.exists(expected) && Boolean.getBoolean("vectors.record")) {
            write(SOURCES.resolve("vectors").resolve(kind).resolve(name(input) + ".expected"), actual);
            return;
        }
        assertThat(actual).isEqualTo(new String(read(expected), StandardCharsets.UTF_8));
    }

    private static List<Path> inputs(String kind) {
        try (Stream<Path> files = Files.list(root().resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(Vectors.class
                            .getResource("/vectors/Vectors.ovsschema")
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Path input) {
        String file = input.getFileName().toString();
        return file.substring(0, file.length() - ".json".length());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
