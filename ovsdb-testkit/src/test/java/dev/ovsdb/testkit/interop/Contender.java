package dev.ovsdb.testkit.interop;

import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The servers that a script runs on. */
public enum Contender {
    REFERENCE,
    OURS;

    public ReferenceServerBuilder builder() {
        ReferenceServerBuilder builder = ReferenceServer.builder();
        return this == REFERENCE ? builder : builder.program(launcher().toString(), "server");
    }

    /** The launcher at the root of the sources. */
    private static Path launcher() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("ovsdb")) || Files.isDirectory(folder.resolve("ovsdb"))) {
            folder = folder.getParent();
            if (folder == null) throw new IllegalStateException("no ./ovsdb in this folder or above it");
        }
        return folder.resolve("ovsdb");
    }
}
