package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.Output;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of a verb.
 *
 * @param more how often {@code -m} was given
 * @param role the role under which to transact; empty for none
 * @param arguments what follows the verb
 */
record ToolInvocation(Console console, int more, String role, List<String> arguments) {
    Output out() {
        return console.out();
    }

    /** The argument at an index as a database file; the default one if there are not as many. */
    Path database(int index) {
        return arguments.size() > index ? Path.of(arguments.get(index)) : defaultDatabase(console);
    }

    /** The argument at an index as a schema file; the default one if there are not as many. */
    String schema(int index) {
        return arguments.size() > index
                ? arguments.get(index)
                : defaultSchema(console).toString();
    }

    static Path defaultDatabase(Console console) {
        String folder = console.variable("OVS_DBDIR")
                .orElse(console.variable("OVS_SYSCONFDIR").orElse("/etc") + "/openvswitch");
        return Path.of(folder).resolve("conf.db");
    }

    static Path defaultSchema(Console console) {
        return Path.of(console.variable("OVS_PKGDATADIR").orElse("/usr/share/openvswitch"))
                .resolve("vswitch.ovsschema");
    }
}
