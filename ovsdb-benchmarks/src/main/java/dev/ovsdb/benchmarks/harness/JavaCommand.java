package dev.ovsdb.benchmarks.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of JVMs like this one. Their heap and collector are named, since figures depend on them. */
public final class JavaCommand {
    private JavaCommand() {}

    /** A process with these classes. */
    public static List<String> of(String heap, String classPath, String main, String... arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR", // The command's log and the libraries' are both on this class path.
                "-cp",
                classPath,
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A process with this one's classes. */
    public static List<String> here(String heap, Class<?> main, String... arguments) {
        return of(heap, System.getProperty("java.class.path"), main.getName(), arguments);
    }
}
