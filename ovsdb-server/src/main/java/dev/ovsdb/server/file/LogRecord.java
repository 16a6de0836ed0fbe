package dev.ovsdb.server.file;

/**
 * One record of a database file: good, and whole in memory.
 *
 * @param number its number; 0 is the schema
 * @param offset where its header begins in the file
 * @param header its header
 * @param json its JSON text with its line feed; an object. Not to be changed
 */
public record LogRecord(long number, long offset, LogHeader header, byte[] json) {
    /** Where the next record begins. */
    public long end() {
        return offset + header.toBytes().length + json.length;
    }
}
