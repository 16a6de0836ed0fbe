package dev.ovsdb.cli.client;

import dev.ovsdb.cli.options.Option;

/** The options, in the order in which the reference names the candidates for an ambiguous one. */
public enum ClientOption implements Option {
    HELP("help", 'h', "display this help and exit"),
    VERSION("version", 'V', "display the version and exit"),
    TIMESTAMP("timestamp", "print the time above each update of a monitor"),
    FORCE("force", "restore a backup of another schema"),
    TIMEOUT("timeout", 't', "SECS", "end after this many seconds, by SIGALRM"),
    DB_CHANGE_AWARE("db-change-aware", "ask to be told when a database changes"),
    NO_DB_CHANGE_AWARE("no-db-change-aware", "do not ask to be told when a database changes"),
    LEADER_ONLY("leader-only", "of several servers use only a cluster's leader (default)"),
    NO_LEADER_ONLY("no-leader-only", "of several servers use any that is connected to its cluster"),
    VERBOSE("verbose", 'v', Argument.OPTIONAL, "SPEC", "log more, such as -vdbg, -vjsonrpc:dbg, -vconsole:off"),
    LOG_FILE("log-file", Argument.OPTIONAL, "FILE", "log to a file too"),
    SYSLOG_METHOD("syslog-method", "METHOD", "accepted; nothing is logged to syslog"),
    SYSLOG_TARGET("syslog-target", "HOST:PORT", "accepted; nothing is logged to syslog"),
    DETACH("detach", "not supported, see nohup(1) and systemd-run(1)"),
    NO_SELF_CONFINEMENT("no-self-confinement", "accepted; nothing is confined"),
    NO_CHDIR("no-chdir", "accepted; the directory never changes"),
    PIDFILE("pidfile", Argument.OPTIONAL, "FILE", "write the process's id to a file while a verb waits or transacts"),
    OVERWRITE_PIDFILE("overwrite-pidfile", "start even if the pidfile names a running process"),
    MONITOR("monitor", "not supported, see systemd.service(5), Restart="),
    USER("user", "USER[:GROUP]", "not supported, see runuser(1)"),
    BOOTSTRAP_CA_CERT("bootstrap-ca-cert", "FILE", "PEM of the authority to trust; written on the first connection"),
    PRIVATE_KEY("private-key", 'p', "FILE", "PEM of the private key"),
    CERTIFICATE("certificate", 'c', "FILE", "PEM of the private key's certificate"),
    CA_CERT("ca-cert", 'C', "FILE", "PEM of the authority to trust"),
    SSL_PROTOCOLS("ssl-protocols", "PROTOS", "versions of TLS to speak"),
    SSL_CIPHERS("ssl-ciphers", "CIPHERS", "cipher list, in OpenSSL's notation"),
    FORMAT("format", 'f', "FORMAT", "table (default), list, html, csv or json"),
    DATA("data", 'd', "FORMAT", "values as string (default), bare or json"),
    NO_HEADINGS("no-headings", "leave out the names of columns"),
    PRETTY("pretty", "print JSON over several lines"),
    BARE("bare", "the same as --format=list --data=bare --no-headings"),
    MAX_COLUMN_WIDTH("max-column-width", "BYTES", "cut the cells of --format=table"),
    RECORD("record", Argument.OPTIONAL, "DIR", "not supported"),
    REPLAY("replay", Argument.OPTIONAL, "DIR", "not supported");

    private final String longName;
    private final char shortName;
    private final Argument argument;
    private final String value;
    private final String summary;

    ClientOption(String longName, char shortName, Argument argument, String value, String summary) {
        this.longName = longName;
        this.shortName = shortName;
        this.argument = argument;
        this.value = value;
        this.summary = summary;
    }

    ClientOption(String longName, String summary) {
        this(longName, (char) 0, Argument.NONE, "", summary);
    }

    ClientOption(String longName, char shortName, String summary) {
        this(longName, shortName, Argument.NONE, "", summary);
    }

    ClientOption(String longName, String value, String summary) {
        this(longName, (char) 0, Argument.REQUIRED, value, summary);
    }

    ClientOption(String longName, char shortName, String value, String summary) {
        this(longName, shortName, Argument.REQUIRED, value, summary);
    }

    ClientOption(String longName, Argument argument, String value, String summary) {
        this(longName, (char) 0, argument, value, summary);
    }

    @Override
    public String longName() {
        return longName;
    }

    @Override
    public char shortName() {
        return shortName;
    }

    @Override
    public Argument argument() {
        return argument;
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public String summary() {
        return summary;
    }
}
