package dev.ovsdb.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the repository that these tests were built from. */
public final class Sources {
    public static final Path ROOT = root();

    private Sources() {}

    public static Path file(String path) {
        return ROOT.resolve(path);
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in their module's folder; the root is the folder above that has the wrapper. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) folder = folder.getParent();
        if (folder == null)
            throw new IllegalStateException("no mvnw above " + Path.of("").toAbsolutePath());
        return folder;
    }
}
