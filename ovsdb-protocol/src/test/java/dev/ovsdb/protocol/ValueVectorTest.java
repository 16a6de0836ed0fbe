package dev.ovsdb.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.json.MalformedUtf8Exception;
import dev.ovsdb.protocol.schema.ConstraintException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facts of the wire about values and schemas: see {@code vectors/values/README.md}. */
class ValueVectorTest {
    static List<Vector> cases() {
        return Vector.all(Path.of("src/test/resources/vectors/values"));
    }

    static List<Vector> casesForTheReference() {
        List<String> actions = List.of("read", "check", "default", "schema");
        return cases().stream()
                .filter(vector -> actions.contains(vector.action()) && vector.comparesWithReference())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatIsExpected(Vector vector) {
        String result = run(vector);
        if (vector.action().equals("schema") && vector.expected().startsWith("error ")) {
            assertThat(result).startsWith(vector.expected());
        } else {
            assertThat(result).isEqualTo(vector.expected());
        }
    }

    @ParameterizedTest
    @Tag("reference")
    @MethodSource("casesForTheReference")
    void theReferenceGivesTheSame(Vector vector) {
        String result = ReferenceTool.require().run(vector);
        String expected = vector.expected();
        boolean failure = vector.action().equals("check") ? !expected.equals("ok") : expected.startsWith("error ");
        assertThat(result).isEqualTo(failure ? ReferenceTool.errorFor(vector) : expected);
    }

    private static String run(Vector vector) {
        return switch (vector.action()) {
            case "read" -> read(vector);
            case "untyped" -> untyped(Datum.read(JsonReader.of(vector.input())));
            case "diff" -> print(DatumDiff.between(value(vector, "before"), value(vector, "after"), vector.type()));
            case "apply" -> apply(vector);
            case "equal" -> Boolean.toString(value(vector, "one").equals(value(vector, "other")));
            case "check" -> check(vector);
            case "default" -> print(vector.type().defaultDatum());
            case "schema" -> schema(vector);
            default -> throw new IllegalArgumentException("unknown action " + vector.action());
        };
    }

    private static String read(Vector vector) {
        try {
            JsonReader in = JsonReader.of(vector.input());
            Datum datum = Datum.read(in, vector.type());
            in.end();
            return print(datum);
        } catch (InvalidDatumException e) {
            return "error " + e.kind().name().toLowerCase(Locale.ROOT);
        } catch (MalformedUtf8Exception e) {
            return "error utf-8";
        } catch (JsonSyntaxException e) {
            return "error json";
        }
    }

    private static String untyped(Datum datum) {
        String types =
                datum.atoms().stream().map(atom -> atom.type().wireName()).collect(Collectors.joining(","));
        return types + " " + print(datum);
    }

    private static String apply(Vector vector) {
        Datum diff = Datum.readDiff(vector.json("diff"), vector.type());
        return print(
                DatumDiff.apply(value(vector, "before"), diff, vector.type()).after());
    }

    private static String check(Vector vector) {
        try {
            vector.schema().requireTable("T").requireColumn("c").check(value(vector, "value"));
            return "ok";
        } catch (ConstraintException e) {
            assertThat(e).hasMessageStartingWith("T.c: " + e.rule());
            return e.rule();
        }
    }

    private static String schema(Vector vector) {
        try {
            return DatabaseSchema.parse(vector.input()).toJson();
        } catch (SchemaException e) {
            return "error " + e.getMessage();
        }
    }

    private static Datum value(Vector vector, String member) {
        return Datum.read(vector.json(member), vector.type());
    }

    private static String print(Datum datum) {
        JsonWriter out = new JsonWriter();
        datum.write(out);
        return out.toString();
    }
}
