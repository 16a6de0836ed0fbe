package dev.ovsdb.benchmarks.client;

/** The {@code client} lines of the speed goals: one insert into {@code Logical_Switch} a transaction, over TCP. */
enum Workload {
    TXSEQ("txseq", 1, false),
    TXPIPE("txpipe", 64, false),
    /** Against a server that answers without doing the work. */
    TXPIPE_CEILING("txpipe-ceiling", 64, true);

    private final String line;
    private final int outstanding;
    private final boolean idleServer;

    Workload(String line, int outstanding, boolean idleServer) {
        this.line = line;
        this.outstanding = outstanding;
        this.idleServer = idleServer;
    }

    String line() {
        return line;
    }

    int outstanding() {
        return outstanding;
    }

    boolean idleServer() {
        return idleServer;
    }
}
