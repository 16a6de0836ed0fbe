package dev.ovsdb.server.file;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Reads a standalone file into rows, up to a record or to the first one that is not good. For one file, one thread. */
final class LogLoader {
    private static final long LARGE = 4L << 20; // From here on a second thread pays.

    private final FileSystem files;
    private final Path path;
    private final @Nullable Executor helper; // Checks the hashes of a large file; null if nobody does so elsewhere.
    private long end;
    private long snapshotEnd; // Of the first transaction, which holds what was compacted.
    private long records;

    LogLoader(FileSystem files, Path path, @Nullable Executor helper) {
        this.files = files;
        this.path = path;
        this.helper = helper;
    }

    /** Where the last good record ended. */
    long end() {
        return end;
    }

    /** Where the first transaction ended; the schema, if there is none. */
    long snapshotEnd() {
        return snapshotEnd;
    }

    /** How many records were good, the schema among them. */
    long records() {
        return records;
    }

    /**
     * Reads the file. If it is damaged behind its schema, {@link LogRows#damage()} tells.
     *
     * @param schema in place of the file's own, whose other tables and columns are then passed over; null for that one
     * @param last the number of the last record to be read
     * @throws LogException if the file cannot be opened, or its schema not be read
     */
    LogRows load(@Nullable DatabaseSchema schema, long last) {
        HashCheck check = helper != null && isLarge() ? HashCheck.start(files, path, helper) : null;
        try (LogReader reader = LogReader.open(files, path, check == null)) {
            if (!reader.magic().equals(LogHeader.STANDALONE)) {
                throw LogException.notADatabase(path, "cannot identify file type");
            }
            DatabaseSchema own = schema(reader);
            if (check != null) {
                check.await(0);
            }
            accepted(reader);
            LogRows rows = new LogRows(schema == null ? own : schema);
            transactions(reader, check, rows, schema != null, last);
            return rows;
        } finally {
            if (check != null) {
                check.cancel();
            }
        }
    }

    private boolean isLarge() {
        try (StoredFile file = files.open(path, OpenMode.READ)) {
            return file.size() >= LARGE;
        } catch (IOException e) {
            throw LogException.io(path, "open failed", e);
        }
    }

    /** Reads the first record, which is the schema. */
    static DatabaseSchema schema(LogReader reader) {
        LogRecord record = reader.next();
        if (record == null) {
            throw new IllegalStateException("a file that could be identified has a record");
        }
        return reader.schemaOf(record);
    }

    private void transactions(LogReader reader, @Nullable HashCheck check, LogRows rows, boolean lenient, long last) {
        TransactionParser.Formats formats = new TransactionParser.Formats(rows.schema(), lenient);
        try {
            while (records <= last) {
                LogHeader header = reader.begin();
                if (header == null) {
                    return;
                }
                transaction(reader, header, check, rows, formats);
            }
        } catch (LogException e) {
            rows.setDamage(e);
        }
    }

    private void transaction(
            LogReader reader,
            LogHeader header,
            @Nullable HashCheck check,
            LogRows rows,
            TransactionParser.Formats formats) {
        TransactionParser parser = new TransactionParser(formats);
        reader.body(header, parser);
        if (check != null) {
            check.await(reader.number());
        }
        try {
            parser.finish();
            rows.apply(parser.rows(), parser.isDiff());
        } catch (SenselessException e) {
            throw reader.senseless(String.valueOf(e.getMessage()));
        }
        accepted(reader);
    }

    private void accepted(LogReader reader) {
        end = reader.end();
        records = reader.number() + 1;
        if (records <= 2) {
            snapshotEnd = end;
        }
    }
}
