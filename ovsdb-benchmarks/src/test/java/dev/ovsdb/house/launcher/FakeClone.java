package dev.ovsdb.house.launcher;

import dev.ovsdb.house.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clone with the real launcher, in which Maven only counts its builds and the JVM only prints how it was started. */
final class FakeClone {
    private static final String JAVA = """
            #!/bin/sh
            for option in "$@"; do
                case $option in -XX:ArchiveClassesAtExit=*) : >"${option#*=}"; exit 0 ;; esac
            done
            printf '[%s]' "$@"
            exit ${FAKE_STATUS:-0}
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo build >>builds
            echo 'output of the build'
            [ ! -e broken ] || exit 1
            mkdir -p ovsdb-cli/target/lib
            touch ovsdb-cli/target/lib/library.jar ovsdb-cli/target/ovsdb-cli-1.jar ovsdb-cli/target/ovsdb-cli-1-sources.jar
            """;

    private final Path root;
    private final Path jdk;
    private String javaOptions = "";

    FakeClone(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("the clone"));
        jdk = jdk(folder.resolve("jdk"), "17.0.9");
        for (String file : List.of("ovsdb", "ci/java.sh", "ci/launcher.sh", "ci/server.sh")) {
            Path copy = root.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Sources.file(file), copy);
        }
        script(root.resolve("mvnw"), MAVEN);
        Files.writeString(root.resolve("pom.xml"), "");
        for (String module : List.of("ovsdb-protocol", "ovsdb-jsonrpc", "ovsdb-client", "ovsdb-cli")) {
            Files.createDirectories(root.resolve(module + "/src/main/java"));
            Files.writeString(root.resolve(module + "/pom.xml"), "");
            Files.writeString(source(module), "");
        }
    }

    /** A folder that looks like the home of a JDK. */
    static Path jdk(Path home, String version) throws IOException {
        script(home.resolve("bin/java"), JAVA);
        script(home.resolve("bin/javac"), JAVA);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    Path launcher() {
        return root.resolve("ovsdb");
    }

    Path source(String module) {
        return root.resolve(module + "/src/main/java/A.java");
    }

    /** Makes a file, or a folder, look changed after the last build. */
    void touch(Path file) throws IOException {
        FileTime built = Files.getLastModifiedTime(root.resolve("target/launcher/state"));
        Files.setLastModifiedTime(file, FileTime.from(built.toInstant().plus(Duration.ofSeconds(5))));
    }

    void breakTheBuild() throws IOException {
        Files.writeString(root.resolve("broken"), "");
    }

    long builds() throws IOException {
        Path log = root.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    /** The options for the JVM that the user asks for. */
    void javaOptions(String options) {
        javaOptions = options;
    }

    Run run(Path launcher, Path from, int status, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("FAKE_STATUS", String.valueOf(status));
        builder.environment().put("OVSDB_JAVA_OPTS", javaOptions);
        Path errors = Files.createTempFile(root, "stderr", "");
        Process process = builder.redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output, Files.readString(errors));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** How a run of the launcher ended. */
    record Run(int status, String output, String errors) {}
}
