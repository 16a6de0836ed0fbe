package dev.ovsdb.server.engine.monitor;

/** Kinds of updates as bits, of which RFC 7047's {@code <monitor-select>} chooses some. */
final class Selection {
    static final int INITIAL = 1;
    static final int INSERT = 2;
    static final int DELETE = 4;
    static final int MODIFY = 8;
    static final int ALL = INITIAL | INSERT | DELETE | MODIFY;

    private Selection() {}
}
