package dev.ovsdb.protocol.schema;

import java.util.regex.Pattern;

/** RFC 7047's {@code <id>}, and which of them a schema may use. */
final class SchemaNames {
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private SchemaNames() {}

    /** Reads a name that is an {@code <id>}. */
    static String id(SchemaInput in) {
        String name = in.string();
        requireId(in, name);
        return name;
    }

    /** Checks the name of a table or column, which must not be one of those that the server keeps for itself. */
    static void requireOwn(SchemaInput in, String name) {
        requireId(in, name);
        if (name.startsWith("_")) {
            throw in.problem("names that begin with _ are reserved");
        }
    }

    private static void requireId(SchemaInput in, String name) {
        if (!ID.matcher(name).matches()) {
            throw in.problem("expected an <id>, [A-Za-z_][A-Za-z0-9_]*, found \"" + name + '"');
        }
    }
}
