package dev.ovsdb.server.file;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.storage.Contents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a database whole into a new file: its schema, and all rows as one transaction. The rows leave in pieces as they are
 * encoded, so the header of their record, which tells length and hash, is written last. Room for it is left by a guess at the number of
 * digits of the length; if that was wrong, the rows are written once more.
 */
final class SnapshotWriter {
    private static final int PIECE = 1 << 18;

    private final StoredFile file;
    private final Contents contents;
    private final TransactionEncoder encoder = new TransactionEncoder(false);
    private final Sha1 sha1 = new Sha1();
    private byte[] piece = new byte[PIECE + (PIECE >> 2)];
    private long position;

    SnapshotWriter(StoredFile file, Contents contents) {
        this.file = file;
        this.contents = contents;
    }

    /**
     * Writes it.
     *
     * @param guess how long the record may become, in bytes
     * @return where the file ends
     */
    long write(Instant date, @Nullable String comment, long guess) throws IOException {
        long schemaEnd = schema();
        int digits = digits(guess);
        long length = rows(schemaEnd + headerSize(digits), date, comment);
        if (digits(length) != digits) {
            length = rows(schemaEnd + LogHeader.size(length), date, comment);
        }
        byte[] header = new LogHeader(LogHeader.STANDALONE, length, sha1.hex()).toBytes();
        file.write(header, 0, header.length, schemaEnd);
        file.truncate(position);
        return position;
    }

    private static int digits(long length) {
        return Long.toString(length).length();
    }

    private static int headerSize(int digits) {
        return LogHeader.size(1) - 1 + digits;
    }

    private long schema() throws IOException {
        JsonWriter json = new JsonWriter();
        contents.schema().write(json);
        RecordBuffer record = new RecordBuffer();
        record.add(json);
        file.write(record.bytes(), 0, record.size(), 0);
        return record.size();
    }

    private long rows(long from, Instant date, @Nullable String comment) throws IOException {
        sha1.hex(); // Begins anew.
        position = from;
        JsonWriter out = new JsonWriter();
        TransactionEncoder.begin(out, date, false, comment);
        RowWriter rows = new RowWriter(out);
        try {
            contents.forEachRow(rows::row);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        rows.endTable();
        out.endObject();
        put(out);
        put(new byte[] {'\n'}, 1);
        return position - from;
    }

    private final class RowWriter {
        private final JsonWriter out;
        private @Nullable TableSchema table;

        RowWriter(JsonWriter out) {
            this.out = out;
        }

        void row(TableSchema of, UUID uuid, Row row) {
            if (of != table) {
                endTable();
                out.name(of.name()).beginObject();
                table = of;
            }
            encoder.insert(of, row, out.name(uuid));
            if (out.size() >= PIECE) {
                putUnchecked(out);
            }
        }

        void endTable() {
            if (table != null) {
                out.endObject();
            }
        }
    }

    private void putUnchecked(JsonWriter out) {
        try {
            put(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(JsonWriter out) throws IOException {
        for (ByteBuffer bytes : out.drain()) {
            int length = bytes.remaining();
            if (piece.length < length) {
                piece = new byte[length];
            }
            bytes.get(piece, 0, length);
            put(piece, length);
        }
    }

    private void put(byte[] bytes, int length) throws IOException {
        sha1.update(bytes, 0, length);
        file.write(bytes, 0, length, position);
        position += length;
    }
}
