package dev.ovsdb.jsonrpc.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** Tells whether a file was replaced or rewritten. A missing file has a stamp of its own. */
record FileStamp(
        @Nullable FileTime modified, long size, @Nullable Object key) {
    private static final FileStamp MISSING = new FileStamp(null, -1, null);

    static FileStamp of(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileStamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            return MISSING;
        }
    }
}
