package dev.ovsdb.server.file;

/** Takes a text piece by piece. */
@FunctionalInterface
interface PieceSink {
    /** The bytes are valid during the call only. */
    void piece(byte[] bytes, int offset, int length);
}
