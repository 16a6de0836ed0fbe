package dev.ovsdb.house.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fenced block of Java in a page.
 *
 * @param place page and line of its first line
 * @param code statements, with the imports and types they need
 * @param output what it must print: the {@code text} block right behind it, if there is one
 * @param schema the schema whose types it uses, if it uses one that the page shows
 */
record Snippet(String place, String code, Optional<String> output, Optional<PageSchema> schema) {
    /** The server of the examples. */
    static final String SERVER = "tcp:127.0.0.1:6640";

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TYPE = Pattern.compile("^(public |final |sealed )*(class|record|interface|enum) .*");

    /** The same with other code. */
    Snippet with(String other) {
        return new Snippet(place, other, output, schema);
    }

    /** Runs it and sees that it prints what it says, UUIDs aside. */
    void requireOutput(SnippetRunner runner) throws Exception {
        String printed = runner.run(this);
        output.ifPresent(expected -> assertThat(normal(printed)).isEqualTo(normal(expected)));
    }

    private static String normal(String text) {
        return UUID.matcher(text).replaceAll("<uuid>").strip();
    }

    /** A class with a static method {@code run} that holds the statements; types become its public members. */
    String toClass(String name) {
        List<String> imports = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        boolean inType = false;
        for (String line : code.split("\n")) {
            if (!inType && line.startsWith("import ")) {
                imports.add(line);
            } else if (!inType && TYPE.matcher(line).matches()) {
                types.add("public static " + line.replaceFirst("^public ", ""));
                inType = !line.endsWith("}");
            } else if (!inType && line.startsWith("@")) {
                types.add(line); // Of the type below it.
            } else {
                (inType ? types : statements).add(line);
                if (line.equals("}")) inType = false;
            }
        }
        return String.join("\n", imports) + "\npublic final class " + name + " {\n" + String.join("\n", types)
                + "\npublic static void run() throws Exception {\n" + String.join("\n", statements) + "\n}\n}\n";
    }

    @Override
    public String toString() {
        return place;
    }
}
