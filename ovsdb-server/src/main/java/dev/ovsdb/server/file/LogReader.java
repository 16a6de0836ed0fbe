package dev.ovsdb.server.file;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a database file one after another, of a standalone database or of a member of a cluster. Writes nothing,
 * takes no lock; a server may append meanwhile.
 *
 * <p>For one thread. After an exception everything read before is good, and the reader is of no further use.
 */
public final class LogReader implements Closeable {
    private static final String LEAD = "OVSDB ";
    private static final int REFERENCE_CHUNK = 8192; // In such pieces the reference reads, and counts what is missing.

    private final Path path;
    private final LogWindow window;
    private final @Nullable Sha1 sha1; // Null if somebody else checks the hashes.
    private String magic = "";
    private long number = -1;
    private long offset; // Of the record that is read now.
    private long end; // Of the record that was read last.

    private LogReader(Path path, LogWindow window, boolean hashes) {
        this.path = path;
        this.window = window;
        this.sha1 = hashes ? new Sha1() : null;
    }

    /**
     * Opens a database file.
     *
     * @throws LogException if it cannot be read, or is no database file
     */
    public static LogReader open(Path path) {
        return open(FileSystem.local(), path);
    }

    /** As {@link #open(Path)}, of this file system. */
    public static LogReader open(FileSystem files, Path path) {
        return open(files, path, true);
    }

    /** As {@link #open(Path)}; without hashes a record may be called good that is not. */
    static LogReader open(FileSystem files, Path path, boolean hashes) {
        LogWindow window;
        try {
            window = new LogWindow(new FileInput(files.open(path, OpenMode.READ)));
        } catch (IOException e) {
            boolean folder = SystemText.of(e).equals("Is a directory"); // Which the reference opens.
            throw LogException.io(path, folder ? "read error" : "open failed", e);
        }
        return open(path, window, hashes);
    }

    /**
     * Reads a database file that comes as a stream, which is closed with the reader.
     *
     * @param name what messages call it
     * @throws LogException if it cannot be read, or is no database file
     */
    public static LogReader open(InputStream in, String name) {
        return open(Path.of(name), new LogWindow(in), true);
    }

    private static LogReader open(Path path, LogWindow window, boolean hashes) {
        LogReader reader = new LogReader(path, window, hashes);
        try {
            reader.identify();
            return reader;
        } catch (LogException e) {
            reader.close();
            throw e;
        }
    }

    private void identify() {
        if (fill(LogHeader.LONGEST) == 0) {
            throw LogException.notADatabase(path, "cannot identify file type");
        }
        int lineEnd = window.lineEnd(LogHeader.LONGEST);
        LogHeader header = lineEnd < 0 ? null : LogHeader.parse(window.bytes(), window.from(), lineEnd);
        if (header == null) {
            throw LogException.notADatabase(path, "unexpected file format");
        }
        magic = header.magic();
        if (!magic.equals(LogHeader.STANDALONE) && !magic.equals(LogHeader.CLUSTER)) {
            throw LogException.notADatabase(path, "cannot identify file type");
        }
    }

    Path path() {
        return path;
    }

    /** What kind of file it is: {@link LogHeader#STANDALONE} or {@link LogHeader#CLUSTER}. */
    public String magic() {
        return magic;
    }

    /** Where the record ends that was read last: everything before is good. */
    public long end() {
        return end;
    }

    /** The number of the record that was read last; -1 if none was. */
    public long number() {
        return number;
    }

    /**
     * Reads the next record.
     *
     * @return the record, or null at the end
     * @throws LogException if the record is cut short or damaged, cannot be read, or is larger than an array
     */
    public @Nullable LogRecord next() {
        LogHeader header = begin();
        if (header == null) {
            return null;
        }
        if (header.length() > Integer.MAX_VALUE - 16) {
            throw LogException.damaged(path, offset, header.length() + " bytes at offset " + offset + " are too many");
        }
        ByteCollector bytes = new ByteCollector(header.length());
        body(header, bytes);
        byte[] json = bytes.toArray();
        requireObject(header, json);
        return new LogRecord(number, offset, header, json);
    }

    /**
     * The schema that a record holds, which was read last: the first one of a standalone database.
     *
     * @throws LogException if it holds none
     */
    public DatabaseSchema schemaOf(LogRecord record) {
        try {
            return DatabaseSchema.parse(record.json());
        } catch (SchemaException | JsonSyntaxException e) {
            throw senseless(String.valueOf(e.getMessage()));
        }
    }

    /** The header of the next record, whose {@link #body} is to be read next; null at the end. */
    @Nullable
    LogHeader begin() {
        offset = window.position();
        int available = fill(LogHeader.LONGEST);
        if (available == 0) {
            return null;
        }
        int lineEnd = window.lineEnd(LogHeader.LONGEST);
        LogHeader header = lineEnd < 0 ? null : LogHeader.parse(window.bytes(), window.from(), lineEnd);
        if (header == null || !header.magic().equals(magic)) {
            throw badHeader(lineEnd < 0 ? Math.min(available, LogHeader.LONGEST) : lineEnd - window.from() - 1);
        }
        window.skip(lineEnd - window.from());
        return header;
    }

    private LogException badHeader(int length) {
        String line = new String(window.bytes(), window.from(), length, StandardCharsets.UTF_8);
        String details = "parse error at offset " + offset + " in header line \"" + quoted(line) + "\"";
        boolean cutShort = window.available() == length && LEAD.startsWith(line.substring(0, Math.min(length, 6)));
        return cutShort
                ? LogException.headerCutShort(path, offset, details)
                : LogException.damaged(path, offset, details);
    }

    /** As the reference, which has cut the line behind the magic by then, and for which a text ends at a zero. */
    private static String quoted(String line) {
        int magicEnd = line.startsWith(LEAD) ? line.indexOf(' ', LEAD.length()) : -1;
        int zero = line.indexOf('\0');
        int end = magicEnd < 0 || zero >= 0 && zero < magicEnd ? zero : magicEnd;
        return end < 0 ? line : line.substring(0, end);
    }

    /** Hands over the JSON of the record whose header was read, and checks its hash in the end. */
    void body(LogHeader header, PieceSink sink) {
        long dataOffset = window.position();
        long left = header.length();
        while (left > 0) {
            int length = (int) Math.min(left, fill(1));
            if (length == 0) {
                throw missing(header.length(), left, dataOffset);
            }
            if (sha1 != null) {
                sha1.update(window.bytes(), window.from(), length);
            }
            sink.piece(window.bytes(), window.from(), length);
            window.skip(length);
            left -= length;
        }
        if (sha1 != null) {
            requireHash(header, dataOffset, sha1.hex());
        }
        number++;
        end = window.position();
    }

    private void requireHash(LogHeader header, long dataOffset, String actual) {
        if (!actual.equalsIgnoreCase(header.sha1())) {
            throw bad(header, dataOffset, "have SHA-1 hash " + actual + " but should have hash " + header.sha1());
        }
    }

    private LogException missing(long length, long left, long dataOffset) {
        long counted = length - (length - left) / REFERENCE_CHUNK * REFERENCE_CHUNK;
        return LogException.cutShort(
                path, offset, "error reading " + counted + " bytes starting at offset " + dataOffset);
    }

    private void requireObject(LogHeader header, byte[] json) {
        long dataOffset = end - header.length();
        try {
            JsonReader in = JsonReader.of(json);
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw bad(header, dataOffset, "are not a JSON object");
            }
            in.skipValue();
            in.end();
        } catch (JsonSyntaxException e) {
            throw bad(header, dataOffset, "are not valid JSON (" + e.getMessage() + ")");
        }
    }

    private LogException bad(LogHeader header, long dataOffset, String problem) {
        return LogException.damaged(
                path, offset, header.length() + " bytes starting at offset " + dataOffset + " " + problem);
    }

    /** The record that was read last makes no sense. */
    LogException senseless(String problem) {
        return LogException.damaged(
                path, offset, "record " + (number < 0 ? 0 : number) + " at offset " + offset + ": " + problem);
    }

    private int fill(int wanted) {
        try {
            return window.fill(wanted);
        } catch (IOException e) {
            throw LogException.io(path, "read failed", e);
        }
    }

    @Override
    public void close() {
        try {
            window.close();
        } catch (IOException e) {
            throw LogException.io(path, "close failed", e);
        }
    }
}
