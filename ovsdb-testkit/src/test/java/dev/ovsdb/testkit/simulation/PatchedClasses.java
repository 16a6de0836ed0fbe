package dev.ovsdb.testkit.simulation;

import dev.ovsdb.testkit.log.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** This project's classes, loaded once more, one source file of them with a text in place of another. Everything else is as it is. */
final class PatchedClasses extends ClassLoader {
    private static final String OURS = "dev.ovsdb.";
    private static final String LOG = LogLine.class.getPackageName(); // One for all: SLF4J is.

    private final Map<String, byte[]> patched;

    private PatchedClasses(Map<String, byte[]> patched) {
        super(PatchedClasses.class.getClassLoader());
        this.patched = patched;
    }

    /**
     * Compiles and loads.
     *
     * @param type whose source file it is
     * @throws IllegalArgumentException if the text is not in the file, or more than once, or the patch does not compile
     */
    static PatchedClasses of(String module, String type, String text, String instead) {
        Path file = Path.of("..", module, "src", "main", "java", type.replace('.', '/') + ".java");
        String source;
        try {
            source = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("no source of " + type, e);
        }
        int at = source.indexOf(text);
        if (at < 0 || source.indexOf(text, at + 1) >= 0) {
            throw new IllegalArgumentException(file + " has not exactly one \"" + text + "\"");
        }
        return new PatchedClasses(compile(type, source.replace(text, instead)));
    }

    private static Map<String, byte[]> compile(String type, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();
        StringWriter problems = new StringWriter();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        List<String> options = List.of("-nowarn", "-proc:none", "-cp", System.getProperty("java.class.path"));
        boolean done = compiler.getTask(
                        problems, new Keeper(files, written), null, options, null, List.of(new Source(type, source)))
                .call();
        if (!done) {
            throw new IllegalArgumentException("the patched " + type + " does not compile: " + problems);
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String type, String text) {
            super(URI.create("memory:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Keeper extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written;

        Keeper(JavaFileManager files, Map<String, ByteArrayOutputStream> written) {
            super(files);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }
    }

    /** Ours before the parent's, so that all of them meet the patched one. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.startsWith(LOG)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defined(name);
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        byte[] bytes = patched.get(name);
        if (bytes == null) {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                bytes = in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
