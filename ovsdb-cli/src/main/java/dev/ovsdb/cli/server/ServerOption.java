package dev.ovsdb.cli.server;

import static dev.ovsdb.cli.options.OptionForm.flag;
import static dev.ovsdb.cli.options.OptionForm.optional;
import static dev.ovsdb.cli.options.OptionForm.valued;

import dev.ovsdb.cli.options.Option;
import dev.ovsdb.cli.options.OptionForm;

/** The options, in the order in which the reference names the candidates for an ambiguous one. */
enum ServerOption implements Option {
    REMOTE(valued("remote", "REMOTE", "connect or listen to REMOTE; may be given several times")),
    UNIXCTL(valued("unixctl", "SOCKET", "control socket, or none (default: RUNDIR/ovsdb-server.PID.ctl)")),
    RUN(valued("run", "COMMAND", "run COMMAND as subprocess, then end as it does")),
    HELP(flag("help", 'h', "display this help and exit")),
    VERSION(flag("version", 'V', "display the version and exit")),
    DETACH(flag("detach", "run in the background")),
    NO_SELF_CONFINEMENT(flag("no-self-confinement", "accepted; nothing is confined")),
    NO_CHDIR(flag("no-chdir", "with --detach, stay in this directory")),
    PIDFILE(optional("pidfile", "FILE", "write the process's id (default: RUNDIR/ovsdb-server.pid)")),
    OVERWRITE_PIDFILE(flag("overwrite-pidfile", "start even if the pidfile names a running process")),
    MONITOR(flag("monitor", "restart the server when it crashes")),
    USER(valued("user", "USER[:GROUP]", "run as this user, once options are read; for root only")),
    VERBOSE(optional("verbose", 'v', "SPEC", "log more, such as -vdbg, -vjsonrpc:dbg, -vconsole:off")),
    LOG_FILE(optional("log-file", "FILE", "log to a file too (default: LOGDIR/ovsdb-server.log)")),
    SYSLOG_METHOD(valued("syslog-method", "METHOD", "accepted; nothing is logged to syslog")),
    SYSLOG_TARGET(valued("syslog-target", "HOST:PORT", "accepted; nothing is logged to syslog")),
    BOOTSTRAP_CA_CERT(
            valued("bootstrap-ca-cert", "FILE", "PEM of the authority to trust; written on the first connection")),
    PEER_CA_CERT(valued("peer-ca-cert", "FILE", "PEM of an authority to send to peers that bootstrap")),
    PRIVATE_KEY(valued("private-key", 'p', "FILE", "PEM of the private key, or db:DB,TABLE,COLUMN that names it")),
    CERTIFICATE(valued("certificate", 'c', "FILE", "PEM of the private key's certificate, or db:DB,TABLE,COLUMN")),
    CA_CERT(valued("ca-cert", 'C', "FILE", "PEM of the authority to trust, or db:DB,TABLE,COLUMN")),
    SSL_PROTOCOLS(valued("ssl-protocols", "PROTOS", "versions of TLS to speak")),
    SSL_CIPHERS(valued("ssl-ciphers", "CIPHERS", "cipher list, in OpenSSL's notation")),
    RECORD(optional("record", "DIR", "not supported")),
    REPLAY(optional("replay", "DIR", "not supported")),
    SYNC_FROM(valued("sync-from", "SERVER", "not supported")),
    SYNC_EXCLUDE_TABLES(valued("sync-exclude-tables", "DB:TABLE,...", "not supported without --sync-from")),
    ACTIVE(flag("active", "accepted: the server is active")),
    NO_DBS(flag("no-dbs", "start without databases; add them by ovs-appctl")),
    DISABLE_FILE_COLUMN_DIFF(flag("disable-file-column-diff", "write whole columns to the file, not differences"));

    private final OptionForm form;

    ServerOption(OptionForm form) {
        this.form = form;
    }

    @Override
    public OptionForm form() {
        return form;
    }
}
