package dev.ovsdb.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this build has packaged so far, as a local repository of Maven in a folder of its own: nothing is installed anywhere. */
final class ReactorRepository {
    private static final List<String> MODULES = List.of(
            "ovsdb-protocol", "ovsdb-jsonrpc", "ovsdb-client", "ovsdb-idl", "ovsdb-codegen", "ovsdb-maven-plugin");

    private ReactorRepository() {}

    static void fill(Path repository) throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent(); // Tests run in their module's folder.
        put(repository, "ovsdb-parent", root.resolve("pom.xml"), "pom");
        for (String module : MODULES) {
            Path folder = root.resolve(module);
            String jar = module + "-" + property("version") + ".jar";
            put(repository, module, folder.resolve("pom.xml"), "pom");
            put(repository, module, folder.resolve(property("folder")).resolve(jar), "jar");
        }
    }

    private static void put(Path repository, String artifact, Path file, String kind) throws IOException {
        Path place = repository.resolve("dev/ovsdb").resolve(artifact).resolve(property("version"));
        Files.createDirectories(place);
        Files.copy(file, place.resolve(artifact + "-" + property("version") + "." + kind));
    }

    /** What the build around this test has for a name. */
    static String property(String name) {
        String value = System.getProperty("build." + name);
        if (value == null) {
            throw new IllegalStateException(
                    "build." + name + " is not set; this test is run by Maven's phase integration-test");
        }
        return value;
    }
}
