package dev.ovsdb.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The schema files that Open vSwitch and OVN install. */
public final class InstalledSchemas {
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/share/openvswitch"),
            Path.of("/usr/share/ovn"),
            Path.of("/usr/local/share/openvswitch"),
            Path.of("/usr/local/share/ovn"));

    private InstalledSchemas() {}

    /** The installed file of this name, such as {@code vswitch.ovsschema} or {@code ovn-nb.ovsschema}. */
    public static Optional<Path> find(String fileName) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(fileName))
                .filter(Files::isReadable)
                .findFirst();
    }

    /** The installed file of this name. Skips, or fails, the calling test if there is none: see {@link Peers}. */
    public static Path require(String fileName) {
        Optional<Path> file = find(fileName);
        if (file.isEmpty())
            Peers.absent("the schema " + fileName + " is not installed; " + PeerPackages.advice(fileName));
        return file.orElseThrow();
    }
}
