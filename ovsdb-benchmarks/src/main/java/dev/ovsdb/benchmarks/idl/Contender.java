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
 * @param driver the start of the command line of its driver's process
 * @param server the server that it is fed by
 * @param serverWithHistory the same where it is to go on after a lost connection
 */
record Contender(
        String name, String description, List<String> driver, List<String> server, List<String> serverWithHistory) {
    private static final String HEAP = "1g";

    /** Ours first. */
    static List<Contender> all(Path root) {
        List<String> reference = List.of(Peers.program("ovsdb-server").toString());
        List<String> ours = List.of(root.resolve("ovsdb").toString(), "server");
        String jvm = "JDK " + Runtime.version().feature() + ", -Xmx" + HEAP + ", serial collector";
        Path python = root.resolve("ovsdb-benchmarks/peers/python/replica.py");
        Path schema = InstalledSchemas.require("ovn-nb.ovsschema");
        return List.of(
                new Contender("ours", jvm, JavaCommand.here(HEAP, ReplicaDriver.class), reference, ours),
                // The distribution's Python: it is the one with the module ovs.
                new Contender(
                        "python",
                        "/usr/bin/python3",
                        List.of("/usr/bin/python3", python.toString(), schema.toString()),
                        reference,
                        reference));
    }

    List<String> command(String task, List<String> target) {
        List<String> command = new ArrayList<>(driver);
        command.add(task);
        command.addAll(target);
        return command;
    }
}
