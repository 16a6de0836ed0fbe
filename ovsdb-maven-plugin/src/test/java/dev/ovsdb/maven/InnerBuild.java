package dev.ovsdb.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A project in a folder of its own, built by the Maven that builds us: offline, with what that has downloaded by now, which is read and
 * never written to.
 */
public final class InnerBuild {
    private final Path project;
    private final Path repository;
    private final Path settings;

    /** A project without files; whatever the build needs is put below the folder, and nowhere else. */
    public InnerBuild(Path folder) throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        repository = Files.createDirectories(folder.resolve("repository"));
        settings = Files.writeString(folder.resolve("settings.xml"), "<settings/>");
        ReactorRepository.fill(repository);
    }

    /** What Maven said, and whether the build succeeded. */
    public record Outcome(boolean success, String log) {}

    /** A file of the project, which need not exist. */
    public Path file(String path) {
        return project.resolve(path);
    }

    /** Writes a file of the project. */
    public void write(String path, String text) throws IOException {
        Files.createDirectories(file(path).getParent());
        Files.writeString(file(path), text);
    }

    /** Builds as far as this phase. */
    public Outcome run(String phase) throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        Path maven = Path.of(ReactorRepository.property("maven"), "bin", windows ? "mvn.cmd" : "mvn");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        maven.toString(),
                        "--batch-mode",
                        "--offline",
                        "--settings=" + settings,
                        "--global-settings=" + settings,
                        "-Dmaven.repo.local=" + repository,
                        "-Dmaven.repo.local.tail=" + ReactorRepository.property("repository"),
                        phase))
                .directory(project.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MAVEN_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MAVEN_OPTS", "-Xmx256m -XX:TieredStopAtLevel=1"); // Which starts soonest.
        Process process = builder.start();
        process.getOutputStream().close();
        String log = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor() == 0, log);
    }
}
