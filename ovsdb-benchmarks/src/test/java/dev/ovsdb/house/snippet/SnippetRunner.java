package dev.ovsdb.house.snippet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles an example against the class path of the test, with the types of its schema, and runs it. */
final class SnippetRunner {
    private static final String NAME = "Example";

    private final Path folder;

    SnippetRunner(Path folder) {
        this.folder = folder;
    }

    /** Returns what the example printed. */
    String run(Snippet snippet) throws Exception {
        compile(snippet);
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(NAME).getMethod("run").invoke(null);
        } catch (InvocationTargetException e) {
            throw new AssertionError(snippet.place() + " failed: " + e.getCause(), e.getCause());
        } finally {
            System.setOut(standard);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void compile(Snippet snippet) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release", "17", "-Xlint:all,-path,-try", "-proc:none", "-d", folder.toString(), "-cp", classPath());
        List<JavaFileObject> sources = new ArrayList<>(List.of(new Text(snippet.toClass(NAME))));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(complaints, null, null)) {
            if (snippet.schema().isPresent()) {
                files.getJavaFileObjectsFromPaths(snippet.schema().get().generate(folder))
                        .forEach(sources::add);
            }
            compiler.getTask(null, files, complaints, options, null, sources).call();
        }
        String wrong = complaints.getDiagnostics().stream()
                .filter(one -> one.getKind() != Diagnostic.Kind.NOTE)
                .map(one -> one + "\n    " + line(snippet, one))
                .collect(Collectors.joining("\n"));
        if (!wrong.isEmpty()) throw new AssertionError(snippet.place() + " does not compile cleanly:\n" + wrong);
    }

    private static String line(Snippet snippet, Diagnostic<?> complaint) {
        List<String> lines = snippet.toClass(NAME).lines().toList();
        int number = (int) complaint.getLineNumber();
        return number > 0 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** What the test runs with; the launcher of the tests may have packed it into the manifest of one jar. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("string:///" + NAME + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
