package dev.ovsdb.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated code as the compiler at its strictest made it. */
final class Compiled implements AutoCloseable {
    private final URLClassLoader loader;

    private Compiled(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Compiles what is below a folder, without a single warning. */
    static Compiled of(Path sources, Path classes) throws IOException {
        DiagnosticCollector<JavaFileObject> messages = compile(sources, classes, "-Xdoclint:all,-missing");
        assertThat(messages.getDiagnostics()).isEmpty();
        return new Compiled(new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader()));
    }

    /** The lines with which the compiler finds fault, of whatever file, in their order. */
    static List<Long> mistakes(Path sources, Path classes) throws IOException {
        return compile(sources, classes, "-Xmaxerrs", "1000").getDiagnostics().stream()
                .filter(one -> one.getSource() != null)
                .map(Diagnostic::getLineNumber)
                .distinct()
                .toList();
    }

    private static DiagnosticCollector<JavaFileObject> compile(Path sources, Path classes, String... more)
            throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(sources)) {
            files = found.filter(file -> file.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        Files.createDirectories(classes);
        List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "--release", "17"));
        options.addAll(List.of("-Xlint:all", "-Werror", "-encoding", "US-ASCII"));
        options.addAll(List.of("-cp", System.getProperty("java.class.path")));
        options.addAll(List.of(more));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(null, manager, messages, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return messages;
    }

    /** A class among those. */
    Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
