package dev.ovsdb.house.snippet;

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
 */
record Snippet(String place, String code, Optional<String> output) {
    private static final Pattern TYPE = Pattern.compile("^(public |final |sealed )*(class|record|interface|enum) .*");

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
