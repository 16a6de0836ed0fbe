package dev.ovsdb.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Source files that were generated. Immutable. */
public final class GeneratedCode {
    private final Map<String, String> files;

    GeneratedCode(Map<String, String> files) {
        this.files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** The text of each file, by its path below a source folder with {@code /} between the parts; in ASCII, lines end with a newline. */
    public Map<String, String> files() {
        return files;
    }

    /**
     * Writes the files below a source folder, which is made if need be. A file that is there and has the text already is left alone, so
     * that nothing is compiled anew for it.
     *
     * @return the files that are there now, written or not
     * @throws IOException if one cannot be written; others may have been
     */
    public List<Path> writeTo(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            byte[] text = file.getValue().getBytes(StandardCharsets.US_ASCII);
            if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), text)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, text);
            }
            paths.add(path);
        }
        return paths;
    }
}
