package dev.ovsdb.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs that a test talks to.
 *
 * <p>A test that needs a missing program is skipped, with a message that names the package to install. Where
 * {@code OVSDB_REQUIRE_PEERS} is {@code true} (as environment variable or system property), it fails instead, so that a
 * build machine that lost a peer does not stay green by running less.
 */
public final class Peers {
    /** Environment variable or system property that turns skipping into failing. */
    public static final String REQUIRE = "OVSDB_REQUIRE_PEERS";

    /** How each message about a missing peer begins, for tools that read test reports. */
    public static final String MISSING = "missing peer: ";

    private static final List<String> SYSTEM_FOLDERS =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private Peers() {}

    /** Skips, or fails, the calling test unless each of these programs is installed. */
    public static void require(String... programs) {
        for (String program : programs) {
            if (find(program).isEmpty()) absent(program + " is not installed; " + PeerPackages.advice(program));
        }
    }

    /** Skips, or fails, the calling test unless {@code /usr/bin/python3} or the {@code python3} of PATH has this module. */
    public static void requirePythonModule(String module) {
        if (python(module).isEmpty()) {
            absent("no python3 has the module " + module + "; " + PeerPackages.advice("python3-" + module));
        }
    }

    /** Skips, or fails, the calling test unless a Docker engine answers. Says what the engine's client complained of. */
    public static void requireDocker() {
        DockerEngine.problem()
                .ifPresent(problem -> absent("no Docker engine answers (" + problem + "); "
                        + "start one, or source the output of ci/docker-engine start"));
    }

    /** Skips, or fails, the calling test unless the engine answers and has, or can pull, the image. */
    public static void requireImage(String image) {
        requireDocker();
        DockerEngine.imageProblem(image)
                .ifPresent(problem -> absent("no image " + image + " (" + problem
                        + "); make it with ci/ovs-image, or name " + "another one in OVSDB_IMAGE"));
    }

    /** Where the program is: on PATH, or in a system folder that a user's PATH often lacks. */
    public static Optional<Path> find(String program) {
        return folders().stream()
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The program's file. Skips, or fails, the calling test if there is none. */
    public static Path program(String program) {
        require(program);
        return find(program).orElseThrow();
    }

    /** A Python 3 that can import the module: the system's own first, since that is where packages install to. */
    public static Optional<Path> python(String module) {
        List<Path> candidates = new ArrayList<>(List.of(Path.of("/usr/bin/python3")));
        find("python3").ifPresent(candidates::add);
        return candidates.stream()
                .filter(Files::isExecutable)
                .filter(python -> Tool.at(python).run("-c", "import " + module).succeeded())
                .findFirst();
    }

    /** True where a missing peer must fail the test. */
    public static boolean required() {
        return Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(REQUIRE)));
    }

    /** Skips, or fails, the calling test for a peer that is not there. */
    static void absent(String what) {
        String message = MISSING + what;
        if (required()) Assertions.fail(message + " [" + REQUIRE + " is true]");
        Assumptions.abort(message);
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (!folder.isEmpty()) folders.add(Path.of(folder));
        }
        SYSTEM_FOLDERS.forEach(folder -> folders.add(Path.of(folder)));
        return folders;
    }
}
