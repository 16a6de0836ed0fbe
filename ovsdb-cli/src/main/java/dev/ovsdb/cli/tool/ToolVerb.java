package dev.ovsdb.cli.tool;

import java.util.Optional;

/** The commands: how many arguments each takes, and the class that runs it. */
public enum ToolVerb {
    CREATE("create", 0, 2, "[db [schema]]", "create DB with the given SCHEMA"),
    COMPACT("compact", 0, 2, "[db [dst]]", "compact DB in place, or to DST"),
    CONVERT("convert", 0, 3, "[db [schema [dst]]]", "convert DB to SCHEMA, in place or to DST"),
    NEEDS_CONVERSION("needs-conversion", 0, 2, "", "print whether that would change the schema of DB"),
    DB_NAME("db-name", 0, 1, "[db]", "print the name of DB's schema"),
    DB_VERSION("db-version", 0, 1, "[db]", "print the version of DB's schema"),
    DB_CKSUM("db-cksum", 0, 1, "[db]", "print the checksum of DB's schema"),
    DB_CID("db-cid", 1, 1, "db", "print the cluster ID of a clustered DB"),
    DB_SID("db-sid", 1, 1, "db", "print the server ID of a clustered DB"),
    DB_LOCAL_ADDRESS("db-local-address", 1, 1, "db", "print the local address of a clustered DB"),
    DB_IS_CLUSTERED("db-is-clustered", 1, 1, "db", "test whether DB is clustered: status 0 if so, else 2"),
    DB_IS_STANDALONE("db-is-standalone", 1, 1, "db", "test whether DB is standalone: status 0 if so, else 2"),
    SCHEMA_NAME("schema-name", 0, 1, "[schema]", "print SCHEMA's name"),
    SCHEMA_VERSION("schema-version", 0, 1, "[schema]", "print SCHEMA's version"),
    SCHEMA_CKSUM("schema-cksum", 0, 1, "[schema]", "print SCHEMA's checksum"),
    QUERY("query", 1, 2, "[db] trns", "execute a transaction that only reads"),
    TRANSACT("transact", 1, 2, "[db] trns", "execute a transaction"),
    SHOW_LOG("show-log", 0, 1, "[db]", "print DB's records; more with -m and -mm"),
    COMPARE_VERSIONS("compare-versions", 3, 3, "a op b", "compare versions: status 0 if it holds, else 2"),
    HELP("help", 0, Integer.MAX_VALUE, "", "display this help"),
    LIST_COMMANDS("list-commands", 0, Integer.MAX_VALUE, "", "list these commands");

    private final String word;
    private final int minArguments;
    private final int maxArguments;
    private final String synopsis;
    private final String summary;

    ToolVerb(String word, int minArguments, int maxArguments, String synopsis, String summary) {
        this.word = word;
        this.minArguments = minArguments;
        this.maxArguments = maxArguments;
        this.synopsis = synopsis;
        this.summary = summary;
    }

    static Optional<ToolVerb> named(String word) {
        for (ToolVerb verb : values()) {
            if (verb.word.equals(word)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    Command command() {
        return switch (this) {
            case CREATE -> new Create();
            case COMPACT -> new Compact();
            case CONVERT -> new Convert();
            case NEEDS_CONVERSION -> new NeedsConversion();
            case DB_NAME -> new DatabaseName();
            case DB_VERSION, SCHEMA_VERSION -> new SchemaFact(this, SchemaFact::version);
            case DB_CKSUM, SCHEMA_CKSUM ->
                new SchemaFact(this, schema -> schema.cksum().orElse(""));
            case SCHEMA_NAME -> new SchemaFact(this, schema -> schema.name());
            case DB_CID -> ClusterFact::clusterId;
            case DB_SID -> ClusterFact::serverId;
            case DB_LOCAL_ADDRESS -> ClusterFact::localAddress;
            case DB_IS_CLUSTERED -> invocation -> ClusterFact.test(invocation, true);
            case DB_IS_STANDALONE -> invocation -> ClusterFact.test(invocation, false);
            case QUERY -> new Execute(false);
            case TRANSACT -> new Execute(true);
            case SHOW_LOG -> new ShowLog();
            case COMPARE_VERSIONS -> new CompareVersions();
            case HELP -> ToolHelp::print;
            case LIST_COMMANDS -> ToolHelp::listCommands;
        };
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }

    int minArguments() {
        return minArguments;
    }

    int maxArguments() {
        return maxArguments;
    }

    /** The arguments, as {@code list-commands} prints them. */
    public String synopsis() {
        return synopsis;
    }

    public String summary() {
        return summary;
    }
}
