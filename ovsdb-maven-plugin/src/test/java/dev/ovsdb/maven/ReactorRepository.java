package dev.ovsdb.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this build has packaged so far, as a local repository of Maven in a folder of its own: nothing is installed anywhere. */
final class ReactorRepository {
    private ReactorRepository() {}

    static void fill(Path repository) throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent(); // Tests run in their module's folder.
        put(repository, "ovsdb-parent", root.resolve("pom.xml"), "pom");
        for (Path module : modules(root)) {
            String name = module.getFileName().toString();
            put(repository, name, module.resolve("pom.xml"), "pom");
            Path jar = module.resolve(property("folder")).resolve(name + "-" + property("version") + ".jar");
            if (Files.exists(jar)) put(repository, name, jar, "jar"); // Or it has none, or is not part of this build.
        }
    }

    private static List<Path> modules(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
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
