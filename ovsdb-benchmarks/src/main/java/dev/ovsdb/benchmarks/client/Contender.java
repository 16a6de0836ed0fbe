package dev.ovsdb.benchmarks.client;

import dev.ovsdb.benchmarks.harness.JavaCommand;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A client under comparison.
 *
 * @param name how the table calls it
 * @param command the start of the command line of its driver's process
 */
record Contender(String name, List<String> command) {
    Contender {
        command = List.copyOf(command);
    }

    /**
     * Ours first, then every peer.
     *
     * @throws IllegalStateException if a peer's driver was not built: a comparison leaves nobody out
     */
    static List<Contender> all(Path benchmarks) {
        return List.of(
                ours(),
                peer(benchmarks, "vmware", "dev.ovsdb.benchmarks.peers.vmware.VmwareDriver"),
                peer(benchmarks, "opendaylight", "dev.ovsdb.benchmarks.peers.opendaylight.OpendaylightDriver"),
                python(benchmarks));
    }

    static Contender ours() {
        return new Contender("ovsdb", JavaCommand.here("512m", OvsdbDriver.class));
    }

    /** The distribution's Python: it is the one with the module {@code ovs}. */
    static Contender python(Path benchmarks) {
        Path driver = benchmarks.resolve("peers/python/driver.py");
        return new Contender("python", List.of("/usr/bin/python3", driver.toString()));
    }

    private static Contender peer(Path benchmarks, String name, String driver) {
        Path target = benchmarks.resolve("peers").resolve(name).resolve("target");
        Path jar = target.resolve("ovsdb-benchmarks-" + name + "-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build it with ./mvnw -Ppeers -DskipTests package");
        }
        return new Contender(
                name, JavaCommand.of("512m", jar + File.pathSeparator + target.resolve("lib") + "/*", driver));
    }

    List<String> command(String... arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        return whole;
    }
}
