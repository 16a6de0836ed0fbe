package dev.ovsdb.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
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
        List<Path> files;
        try (Stream<Path> found = Files.walk(sources)) {
            files = found.filter(file -> file.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        Files.createDirectories(classes);
        List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "--release", "17"));
        options.addAll(List.of("-Xlint:all", "-Xdoclint:all,-missing", "-Werror", "-encoding", "US-ASCII"));
        options.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
            assertThat(messages.toString()).isEmpty();
        }
        return new Compiled(new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader()));
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
