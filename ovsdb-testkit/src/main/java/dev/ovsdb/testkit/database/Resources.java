package dev.ovsdb.testkit.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Resources of tests, named as for {@link Class#getResource}, and else from the root of the class path. */
final class Resources {
    private Resources() {}

    /** @throws IllegalArgumentException if there is no such resource; says where it was looked for */
    static byte[] read(Class<?> neighbour, String name) {
        try (InputStream beside = neighbour.getResourceAsStream(name);
                InputStream stream = beside != null ? beside : root(neighbour, name)) {
            if (stream == null) {
                String folder = neighbour.getPackageName().replace('.', '/');
                String first =
                        name.startsWith("/") ? name.substring(1) : (folder.isEmpty() ? name : folder + "/" + name);
                throw new IllegalArgumentException("no resource \"" + name + "\" for " + neighbour.getName()
                        + ": looked on the class path for " + first
                        + (first.equals(name) || name.startsWith("/") ? "" : " and for " + name));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name + " for " + neighbour.getName(), e);
        }
    }

    private static @Nullable InputStream root(Class<?> neighbour, String name) {
        return name.startsWith("/") ? null : neighbour.getResourceAsStream("/" + name);
    }
}
