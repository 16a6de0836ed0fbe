package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.JavaCommand;
import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.Peers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A replica under comparison.
 *
 * @param description what a reader of its figures must know
 * @param program of its driver
 * @param quickStart what the program is told where it is to start as a command does
 * @param driver what it is told behind that
 * @param server the server that it is fed by
 * @param serverWithHistory the same where it is to go on after a lost connection
 * @param warmsUp whether it gets faster while it runs
 */
record Contender(
        String name,
        String description,
        String program,
        List<String> quickStart,
        List<String> driver,
        List<String> server,
        List<String> serverWithHistory,
        boolean warmsUp) {
    private static final String HEAP = "1g";

    /** Ours first. */
    static List<Contender> all(Path root) {
        return List.of(ours(root), python(root));
    }

    static Contender ours(Path root) {
        List<String> java = JavaCommand.here(HEAP, ReplicaDriver.class);
        return new Contender(
                "ours",
                "JDK " + Runtime.version().feature() + ", " + String.join(" ", java.subList(1, 3)),
                java.get(0),
                List.of(),
                java.subList(1, java.size()),
                reference(),
                List.of(root.resolve("ovsdb").toString(), "server"),
                true);
    }

    /** The distribution's Python: it is the one with the module {@code ovs}. */
    static Contender python(Path root) {
        Path driver = root.resolve("ovsdb-benchmarks/peers/python/replica.py");
        Path schema = InstalledSchemas.require("ovn-nb.ovsschema");
        String python = "/usr/bin/python3";
        return new Contender(
                "python",
                python,
                python,
                List.of(),
                List.of(driver.toString(), schema.toString()),
                reference(),
                reference(),
                false);
    }

    private static List<String> reference() {
        return List.of(Peers.program("ovsdb-server").toString());
    }

    Contender startedBy(List<String> flags) {
        return new Contender(name, description, program, flags, driver, server, serverWithHistory, warmsUp);
    }

    List<String> command(Line line, List<String> target) {
        List<String> command = new ArrayList<>(List.of(program));
        if (line.startsAsCommand()) command.addAll(quickStart);
        command.addAll(driver);
        command.add(line.task());
        command.addAll(target);
        return command;
    }
}
