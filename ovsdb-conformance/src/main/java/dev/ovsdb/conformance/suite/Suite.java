package dev.ovsdb.conformance.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The files of the kit. Each folder has an {@code index} of its files, for a class path cannot be listed; a test holds them
 * together. Files are read when asked for.
 */
public final class Suite {
    private static final String ROOT = "/dev/ovsdb/conformance/";

    private Suite() {}

    /** The cases that judge servers, in the order of their names. */
    public static List<Case> serverCases() {
        return all("cases/server", ".wire", CaseReader::read);
    }

    /** The cases that judge clients, in the order of their names. */
    public static List<Case> clientCases() {
        return all("cases/client", ".wire", CaseReader::read);
    }

    /** What programs are known to do otherwise. */
    public static List<KnownDifference> knownDifferences() {
        return all("known", ".wire", CaseReader::readKnown);
    }

    /** What servers may offer beyond the RFC. */
    public static List<Extension> extensions() {
        return all("extensions", ".wire", CaseReader::readExtension);
    }

    /** The names of the kit's databases; the first is the one that most cases take. */
    public static List<String> databases() {
        return index("schemas");
    }

    /** The schema of a database of the kit, as text; empty if it has none of that name. */
    public static Optional<String> schema(String database) {
        return databases().contains(database)
                ? Optional.of(text("schemas/" + database + ".ovsschema"))
                : Optional.empty();
    }

    private static <T> List<T> all(String folder, String suffix, BiFunction<String, String, T> reader) {
        return index(folder).stream()
                .map(name -> reader.apply(name, text(folder + "/" + name + suffix)))
                .toList();
    }

    private static List<String> index(String folder) {
        return text(folder + "/index").lines().toList();
    }

    private static String text(String file) {
        try (InputStream in = Suite.class.getResourceAsStream(ROOT + file)) {
            if (in == null) throw new IllegalStateException("the kit has no file " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
