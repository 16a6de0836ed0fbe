package dev.ovsdb.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder with a path so short that a Unix socket in it stays below the 107 bytes that a socket's name may have.
 * Deleted, with all it holds, on {@link #close}, or else when the JVM ends.
 */
public final class WorkFolder implements AutoCloseable {
    private static final Path SHORT_PARENT = Path.of("/tmp");

    private final Path path;
    private final Thread deleteWithJvm = new Thread(this::delete, "end of a work folder");

    private WorkFolder(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(deleteWithJvm);
    }

    /** Makes a new, empty folder. */
    public static WorkFolder create() {
        try {
            boolean shortParent = Files.isWritable(SHORT_PARENT);
            return new WorkFolder(
                    shortParent ? Files.createTempDirectory(SHORT_PARENT, "ovs") : Files.createTempDirectory("ovs"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** A file in the folder, which need not exist. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** Writes a file of the folder. */
    public Path write(String name, String text) {
        try {
            return Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(name), e);
        }
    }

    /** Copies a file into the folder. */
    public Path copy(Path source, String name) {
        try {
            return Files.copy(source, file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + source + " to " + file(name), e);
        }
    }

    /** The numeric user and group that own the folder, as {@code 1000:1000}. */
    String owner() {
        try {
            return Files.getAttribute(path, "unix:uid") + ":" + Files.getAttribute(path, "unix:gid");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the owner of " + path, e);
        }
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(deleteWithJvm);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook finds nothing left.
        }
    }

    private void delete() {
        try {
            if (Files.exists(path)) Files.walkFileTree(path, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file); // A server that is just ending may have removed its socket itself.
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            if (e != null) throw e;
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
