package dev.ovsdb.cli.client;

import java.util.Optional;

/** The verbs: what each needs before it runs, how many arguments it takes beside those, and the class that runs it. */
public enum Verbs {
    LIST_DBS("list-dbs", Need.SERVER, 0, 0, "[SERVER]", "list the databases of a server"),
    GET_SCHEMA("get-schema", Need.DATABASE, 0, 0, "[SERVER] [DATABASE]", "print a database's schema"),
    GET_SCHEMA_VERSION("get-schema-version", Need.DATABASE, 0, 0, "[SERVER] [DATABASE]", "print a schema's version"),
    GET_SCHEMA_CKSUM("get-schema-cksum", Need.DATABASE, 0, 0, "[SERVER] [DATABASE]", "print a schema's checksum"),
    LIST_TABLES("list-tables", Need.DATABASE, 0, 0, "[SERVER] [DATABASE]", "list a database's tables"),
    LIST_COLUMNS("list-columns", Need.DATABASE, 0, 1, "[SERVER] [DATABASE] [TABLE]", "list columns and their types"),
    TRANSACT("transact", Need.NOTHING, 1, 2, "[SERVER] TRANSACTION", "run the params of a transact request"),
    QUERY("query", Need.NOTHING, 1, 2, "[SERVER] TRANSACTION", "the same, but change nothing"),
    MONITOR(
            "monitor",
            Need.DATABASE,
            1,
            Integer.MAX_VALUE,
            "[SERVER] [DATABASE] TABLE|ALL [COLUMN,...]...",
            "print a table's rows and their changes; COLUMN may be !initial, !insert, !delete or !modify"),
    MONITOR_COND(
            "monitor-cond",
            Need.DATABASE,
            2,
            3,
            "[SERVER] [DATABASE] CONDITION TABLE [COLUMN,...]",
            "the same for rows that match a condition"),
    MONITOR_COND_SINCE(
            "monitor-cond-since",
            Need.DATABASE,
            2,
            4,
            "[SERVER] [DATABASE] [LASTID] CONDITION TABLE [COLUMN,...]",
            "the same for changes since a transaction"),
    WAIT(
            "wait",
            Need.NOTHING,
            2,
            3,
            "[SERVER] DATABASE STATE",
            "wait until a database is added, connected (to its cluster) or removed"),
    CONVERT(
            "convert",
            Need.NOTHING,
            1,
            2,
            "[SERVER] SCHEMA",
            "convert the database that a schema file names to that schema"),
    NEEDS_CONVERSION(
            "needs-conversion", Need.NOTHING, 1, 2, "[SERVER] SCHEMA", "print whether that would change the schema"),
    DUMP(
            "dump",
            Need.DATABASE,
            0,
            Integer.MAX_VALUE,
            "[SERVER] [DATABASE] [TABLE [COLUMN]...]",
            "print the rows of all tables, or of one"),
    BACKUP("backup", Need.DATABASE, 0, 0, "[SERVER] [DATABASE] > SNAPSHOT", "write a database file to standard output"),
    RESTORE(
            "restore",
            Need.DATABASE,
            0,
            0,
            "[--force] [SERVER] [DATABASE] < SNAPSHOT",
            "replace all rows by those of a database file"),
    LOCK("lock", Need.SERVER, 1, 1, "[SERVER] LOCK", "take a lock, or wait for it, and hold it"),
    STEAL("steal", Need.SERVER, 1, 1, "[SERVER] LOCK", "take a lock from its owner, and hold it"),
    UNLOCK("unlock", Need.SERVER, 1, 1, "[SERVER] LOCK", "give a lock back"),
    HELP("help", Need.NOTHING, 0, Integer.MAX_VALUE, "", "display this help");

    /** What is opened before the arguments are counted. */
    enum Need {
        NOTHING,
        SERVER,
        DATABASE
    }

    private final String word;
    private final Need need;
    private final int minArguments;
    private final int maxArguments;
    private final String synopsis;
    private final String summary;

    Verbs(String word, Need need, int minArguments, int maxArguments, String synopsis, String summary) {
        this.word = word;
        this.need = need;
        this.minArguments = minArguments;
        this.maxArguments = maxArguments;
        this.synopsis = synopsis;
        this.summary = summary;
    }

    static Optional<Verbs> named(String word) {
        for (Verbs verb : values()) {
            if (verb.word.equals(word)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    Verb verb() {
        return switch (this) {
            case LIST_DBS -> new ListDbs();
            case GET_SCHEMA, GET_SCHEMA_VERSION, GET_SCHEMA_CKSUM -> new GetSchema(this);
            case LIST_TABLES -> new ListTables();
            case LIST_COLUMNS -> new ListColumns();
            case TRANSACT -> new Transact();
            case QUERY -> new Query();
            case MONITOR -> new Monitor();
            case MONITOR_COND -> new MonitorCond();
            case MONITOR_COND_SINCE -> new MonitorCondSince();
            case WAIT -> new Wait();
            case CONVERT -> new Convert();
            case NEEDS_CONVERSION -> new NeedsConversion();
            case DUMP -> new Dump();
            case BACKUP -> new Backup();
            case RESTORE -> new Restore();
            case LOCK, STEAL, UNLOCK -> new Lock(word);
            case HELP -> new Help();
        };
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }

    Need need() {
        return need;
    }

    int minArguments() {
        return minArguments;
    }

    boolean takes(int arguments) {
        return arguments >= minArguments && arguments <= maxArguments;
    }

    public String synopsis() {
        return synopsis;
    }

    public String summary() {
        return summary;
    }
}
