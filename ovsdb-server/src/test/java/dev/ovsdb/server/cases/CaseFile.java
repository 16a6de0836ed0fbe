package dev.ovsdb.server.cases;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The cases of one file. */
public record CaseFile(String name, List<Case> cases) {
    /** The files there are. */
    public static final List<String> NAMES = List.of(
            "commit",
            "conditions",
            "constraints",
            "mutations",
            "names",
            "select",
            "sorted",
            "syntax",
            "values",
            "wait");

    /** Some requests, one after another on a database that is empty at first. */
    public record Case(String name, List<Exchange> exchanges) {}

    /** A request and what comes back. */
    public record Exchange(String request, String answer) {}

    /** Reads one of the files. */
    public static CaseFile read(String name) {
        List<Case> cases = new ArrayList<>();
        String request = "";
        for (String line : text(name + ".cases").split("\n")) {
            if (line.startsWith("== ")) {
                cases.add(new Case(line.substring(3), new ArrayList<>()));
            } else if (line.startsWith("> ")) {
                request = line.substring(2);
            } else if (line.startsWith("< ")) {
                cases.get(cases.size() - 1).exchanges().add(new Exchange(request, Masking.normal(line.substring(2))));
            } else {
                throw new IllegalStateException(name + ": " + line);
            }
        }
        return new CaseFile(name, cases);
    }

    /** The schema of the database that they are for. */
    public static DatabaseSchema schema() {
        return DatabaseSchema.parse(text("cases.ovsschema"));
    }

    /** The text of that schema. */
    public static String schemaText() {
        return text("cases.ovsschema");
    }

    private static String text(String file) {
        try (InputStream in = CaseFile.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
