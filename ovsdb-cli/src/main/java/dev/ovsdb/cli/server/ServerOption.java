package dev.ovsdb.cli.server;

import dev.ovsdb.cli.options.Option;

/** The options, in the order in which the reference names the candidates for an ambiguous one. */
enum ServerOption implements Option {
    REMOTE("remote", "REMOTE", "connect or listen to REMOTE; may be given several times"),
    UNIXCTL("unixctl", "SOCKET", "control socket, or none (default: RUNDIR/ovsdb-server.PID.ctl)"),
    RUN("run", "COMMAND", "run COMMAND as subprocess, then end as it does"),
    HELP("help", 'h', "display this help and exit"),
    VERSION("version", 'V', "display the version and exit"),
    DETACH("detach", "run in the background"),
    NO_SELF_CONFINEMENT("no-self-confinement", "accepted; nothing is confined"),
    NO_CHDIR("no-chdir", "with --detach, stay in this directory"),
    PIDFILE("pidfile", Argument.OPTIONAL, "FILE", "write the process's id (default: RUNDIR/ovsdb-server.pid)"),
    OVERWRITE_PIDFILE("overwrite-pidfile", "start even if the pidfile names a running process"),
    MONITOR("monitor", "restart the server when it crashes"),
    USER("user", "USER[:GROUP]", "run as this user, once options are read; for root only"),
    VERBOSE("verbose", 'v', Argument.OPTIONAL, "SPEC", "log more, such as -vdbg, -vjsonrpc:dbg, -vconsole:off"),
    LOG_FILE("log-file", Argument.OPTIONAL, "FILE", "log to a file too (default: LOGDIR/ovsdb-server.log)"),
    SYSLOG_METHOD("syslog-method", "METHOD", "accepted; nothing is logged to syslog"),
    SYSLOG_TARGET("syslog-target", "HOST:PORT", "accepted; nothing is logged to syslog"),
    BOOTSTRAP_CA_CERT("bootstrap-ca-cert", "FILE", "PEM of the authority to trust; written on the first connection"),
    PEER_CA_CERT("peer-ca-cert", "FILE", "PEM of an authority to send to peers that bootstrap"),
    PRIVATE_KEY("private-key", 'p', "FILE", "PEM of the private key, or db:DB,TABLE,COLUMN that names it"),
    CERTIFICATE("certificate", 'c', "FILE", "PEM of the private key's certificate, or db:DB,TABLE,COLUMN"),
    CA_CERT("ca-cert", 'C', "FILE", "PEM of the authority to trust, or db:DB,TABLE,COLUMN"),
    SSL_PROTOCOLS("ssl-protocols", "PROTOS", "versions of TLS to speak"),
    SSL_CIPHERS("ssl-ciphers", "CIPHERS", "cipher list, in OpenSSL's notation"),
    RECORD("record", Argument.OPTIONAL, "DIR", "not supported"),
    REPLAY("replay", Argument.OPTIONAL, "DIR", "not supported"),
    SYNC_FROM("sync-from", "SERVER", "not supported"),
    SYNC_EXCLUDE_TABLES("sync-exclude-tables", "DB:TABLE,...", "not supported without --sync-from"),
    ACTIVE("active", "accepted: the server is active"),
    NO_DBS("no-dbs", "start without databases; add them by ovs-appctl"),
    DISABLE_FILE_COLUMN_DIFF("disable-file-column-diff", "write whole columns to the file, not differences");

    private final String longName;
    private final char shortName;
    private final Argument argument;
    private final String value;
    private final String summary;

    ServerOption(String longName, char shortName, Argument argument, String value, String summary) {
        this.longName = longName;
        this.shortName = shortName;
        this.argument = argument;
        this.value = value;
        this.summary = summary;
    }

    ServerOption(String longName, String summary) {
        this(longName, (char) 0, Argument.NONE, "", summary);
    }

    ServerOption(String longName, char shortName, String summary) {
        this(longName, shortName, Argument.NONE, "", summary);
    }

    ServerOption(String longName, String value, String summary) {
        this(longName, (char) 0, Argument.REQUIRED, value, summary);
    }

    ServerOption(String longName, char shortName, String value, String summary) {
        this(longName, shortName, Argument.REQUIRED, value, summary);
    }

    ServerOption(String longName, Argument argument, String value, String summary) {
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
