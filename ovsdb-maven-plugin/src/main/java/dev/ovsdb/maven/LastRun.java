package dev.ovsdb.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was generated last into a package: by what, and which files. Kept in a file of its own in the source folder: the fingerprint,
 * then a line for each file with the digest of its contents and its path.
 */
final class LastRun {
    private final Path folder;
    private final Path file;
    private final String fingerprint;
    private final Map<Path, String> files;

    private LastRun(Path folder, Path file, String fingerprint, Map<Path, String> files) {
        this.folder = folder;
        this.file = file;
        this.fingerprint = fingerprint;
        this.files = files;
    }

    /** Reads it; as if nothing had ever been generated, if there is none or it makes no sense. */
    static LastRun read(Path folder, String packageName) throws IOException {
        Path file = folder.resolve(".ovsdb-" + packageName);
        Map<Path, String> files = new LinkedHashMap<>();
        List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            int space = line.indexOf(' ');
            if (space > 0) {
                Path path = folder.resolve(line.substring(space + 1)).normalize();
                if (path.startsWith(folder.normalize())) { // Nothing else is ever deleted.
                    files.put(path, line.substring(0, space));
                }
            }
        }
        return new LastRun(folder, file, lines.isEmpty() ? "" : lines.get(0), files);
    }

    /** Whether the same would be generated, and all of it is there as it was written. */
    boolean isStill(String now) throws IOException {
        if (!fingerprint.equals(now)) {
            return false;
        }
        for (Map.Entry<Path, String> written : files.entrySet()) {
            if (!Fingerprint.of(written.getKey()).equals(written.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Notes what was written instead, and deletes what was written last and not now. */
    void replace(String now, List<Path> written) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(now);
        for (Path path : written) {
            files.remove(path.normalize());
            lines.add(Fingerprint.of(path) + " " + folder.relativize(path));
        }
        for (Path old : files.keySet()) {
            Files.deleteIfExists(old);
        }
        Files.write(file, lines);
    }
}
