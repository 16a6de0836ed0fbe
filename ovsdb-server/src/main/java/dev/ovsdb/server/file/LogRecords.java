package dev.ovsdb.server.file;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import org.jspecify.annotations.Nullable;

/** The records of a standalone database, made into rows: up to one of them, or to the first that is not good. For one thread. */
final class LogRecords {
    private final LogReader reader;
    private final @Nullable HashCheck check; // Who checks the hashes; null if the reader does.
    private long end;
    private long snapshotEnd; // Of the first transaction, which holds what was compacted.
    private long records;

    LogRecords(LogReader reader, @Nullable HashCheck check) {
        this.reader = reader;
        this.check = check;
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
    long count() {
        return records;
    }

    /**
     * Reads them. If the file is damaged behind its schema, {@link LogRows#damage()} tells.
     *
     * @param schema in place of the file's own, whose other tables and columns are then passed over; null for that one
     * @param last the number of the last record to be read
     * @throws LogException if it is no standalone database, or its schema cannot be read
     */
    LogRows read(@Nullable DatabaseSchema schema, long last) {
        DatabaseSchema own = schema(reader);
        if (check != null) {
            check.await(0);
        }
        accepted();
        LogRows rows = new LogRows(schema == null ? own : schema);
        transactions(rows, schema != null, last);
        return rows;
    }

    /** Reads the first record, which is the schema. */
    static DatabaseSchema schema(LogReader reader) {
        if (!reader.magic().equals(LogHeader.STANDALONE)) {
            throw LogException.notADatabase(reader.path(), "cannot identify file type");
        }
        LogRecord record = reader.next();
        if (record == null) {
            throw new IllegalStateException("a file that could be identified has a record");
        }
        return reader.schemaOf(record);
    }

    private void transactions(LogRows rows, boolean lenient, long last) {
        TransactionParser.Formats formats = new TransactionParser.Formats(rows.schema(), lenient);
        try {
            while (records <= last) {
                LogHeader header = reader.begin();
                if (header == null) {
                    return;
                }
                transaction(header, rows, formats);
            }
        } catch (LogException e) {
            rows.setDamage(e);
        }
    }

    private void transaction(LogHeader header, LogRows rows, TransactionParser.Formats formats) {
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
        accepted();
    }

    private void accepted() {
        end = reader.end();
        records = reader.number() + 1;
        if (records <= 2) {
            snapshotEnd = end;
        }
    }
}
