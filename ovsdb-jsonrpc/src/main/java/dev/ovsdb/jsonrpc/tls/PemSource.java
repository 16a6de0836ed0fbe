package dev.ovsdb.jsonrpc.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** PEM text: a file, which may change while it is in use, or the text itself. Immutable; compared by path or text. */
public sealed interface PemSource {
    /** A file that is read when a handshake needs it and has changed since it was last read. */
    static PemSource file(Path path) {
        return new File(path.toAbsolutePath());
    }

    /** Text that never changes. */
    static PemSource text(String pem) {
        return new Text(pem);
    }

    /** How messages call it: the path, or a phrase in place of the text, which may be secret. */
    String describe();

    /** @throws TlsException if the file cannot be read, or its PEM blocks are malformed */
    List<PemBlock> read();

    /** What changes when the content may have changed; equal stamps mean that nothing needs to be read again. */
    Object stamp();

    /** See {@link #file}. */
    record File(Path path) implements PemSource {
        @Override
        public String describe() {
            return path.toString();
        }

        @Override
        public List<PemBlock> read() {
            try {
                return PemBlock.parse(Files.readString(path, StandardCharsets.ISO_8859_1), path.toString());
            } catch (NoSuchFileException e) {
                throw new TlsException(path + ": no such file", e);
            } catch (IOException e) {
                throw new TlsException(path + ": cannot be read: " + e, e);
            }
        }

        @Override
        public Object stamp() {
            return FileStamp.of(path);
        }
    }

    /** See {@link #text}. */
    record Text(String pem) implements PemSource {
        public Text {
            Objects.requireNonNull(pem);
        }

        @Override
        public String describe() {
            return "PEM text";
        }

        @Override
        public List<PemBlock> read() {
            return PemBlock.parse(pem, describe());
        }

        @Override
        public Object stamp() {
            return "fixed";
        }

        @Override
        public String toString() {
            return "Text[...]"; // It may hold a private key.
        }
    }
}
