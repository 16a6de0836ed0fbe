package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.workload.Units;

/** One line of the comparison. */
enum Line {
    /** In a process that did nothing before, and started as the {@code ovsdb} command does. */
    LOAD_10K("load-10k", "load", 10_000, true),
    /** The same started without any option. */
    LOAD_10K_PLAIN("load-10k-plain", "load", 10_000, true),
    LOAD_100K("load-100k", "load", 100_000, false),
    FOLLOW("follow", "follow", 10_000, false),
    FOLLOW_UPDATE("follow-update", "follow", 10_000, false),
    LAG("lag", "lag", 10_000, false),
    READ("read", "read", 10_000, false),
    READ_100K("read-100k", "read", 100_000, false),
    RESUME("resume", "resume", 100_000, false);

    private final String lineName;
    private final String task;
    private final int rows;
    private final boolean cold;

    Line(String lineName, String task, int rows, boolean cold) {
        this.lineName = lineName;
        this.task = task;
        this.rows = rows;
        this.cold = cold;
    }

    String lineName() {
        return lineName;
    }

    /** What the driver is to do. */
    String task() {
        return task;
    }

    /** How many the database has at the start. */
    int rows() {
        return rows;
    }

    /** How many in the short form. */
    int quickRows() {
        return Math.min(rows, 320);
    }

    boolean isCold() {
        return cold;
    }

    boolean startsAsCommand() {
        return this == LOAD_10K;
    }

    /** Whether the server is to be one that knows what a client missed. */
    boolean needsHistory() {
        return this == RESUME;
    }

    /**
     * What happens to the database meanwhile.
     *
     * @param warmsUp whether who follows it is to be warm
     */
    Work work(String socket, int rows, double seconds, boolean warmsUp) {
        return switch (this) {
            case LOAD_10K, LOAD_10K_PLAIN, LOAD_100K, READ, READ_100K -> new Stillness(socket);
            case FOLLOW -> new FullSpeed(socket, Writer.INSERT, Integer.MAX_VALUE, seconds);
            case FOLLOW_UPDATE -> new FullSpeed(socket, Writer.UPDATE, Units.ports(rows), seconds);
            case LAG -> new Paced(socket, seconds);
            case RESUME -> new Outage(socket, warmsUp ? (int) (6 * seconds) : 0);
        };
    }
}
