package dev.ovsdb.cli.client;

import static dev.ovsdb.cli.options.OptionForm.flag;
import static dev.ovsdb.cli.options.OptionForm.optional;
import static dev.ovsdb.cli.options.OptionForm.valued;

import dev.ovsdb.cli.options.Option;
import dev.ovsdb.cli.options.OptionForm;

/** The options, in the order in which the reference names the candidates for an ambiguous one. */
public enum ClientOption implements Option {
    HELP(flag("help", 'h', "display this help and exit")),
    VERSION(flag("version", 'V', "display the version and exit")),
    TIMESTAMP(flag("timestamp", "print the time above each update of a monitor")),
    FORCE(flag("force", "restore a backup of another schema")),
    TIMEOUT(valued("timeout", 't', "SECS", "end after this many seconds, by SIGALRM")),
    DB_CHANGE_AWARE(flag("db-change-aware", "ask to be told when a database changes")),
    NO_DB_CHANGE_AWARE(flag("no-db-change-aware", "do not ask to be told when a database changes")),
    LEADER_ONLY(flag("leader-only", "of several servers use only a cluster's leader (default)")),
    NO_LEADER_ONLY(flag("no-leader-only", "of several servers use any that is connected to its cluster")),
    VERBOSE(optional("verbose", 'v', "SPEC", "log more, such as -vdbg, -vjsonrpc:dbg, -vconsole:off")),
    LOG_FILE(optional("log-file", "FILE", "log to a file too")),
    SYSLOG_METHOD(valued("syslog-method", "METHOD", "accepted; nothing is logged to syslog")),
    SYSLOG_TARGET(valued("syslog-target", "HOST:PORT", "accepted; nothing is logged to syslog")),
    DETACH(flag("detach", "not supported, see nohup(1) and systemd-run(1)")),
    NO_SELF_CONFINEMENT(flag("no-self-confinement", "accepted; nothing is confined")),
    NO_CHDIR(flag("no-chdir", "accepted; the directory never changes")),
    PIDFILE(optional("pidfile", "FILE", "write the process's id to a file while a verb waits or transacts")),
    OVERWRITE_PIDFILE(flag("overwrite-pidfile", "start even if the pidfile names a running process")),
    MONITOR(flag("monitor", "not supported, see systemd.service(5), Restart=")),
    USER(valued("user", "USER[:GROUP]", "not supported, see runuser(1)")),
    BOOTSTRAP_CA_CERT(
            valued("bootstrap-ca-cert", "FILE", "PEM of the authority to trust; written on the first connection")),
    PRIVATE_KEY(valued("private-key", 'p', "FILE", "PEM of the private key")),
    CERTIFICATE(valued("certificate", 'c', "FILE", "PEM of the private key's certificate")),
    CA_CERT(valued("ca-cert", 'C', "FILE", "PEM of the authority to trust")),
    SSL_PROTOCOLS(valued("ssl-protocols", "PROTOS", "versions of TLS to speak")),
    SSL_CIPHERS(valued("ssl-ciphers", "CIPHERS", "cipher list, in OpenSSL's notation")),
    FORMAT(valued("format", 'f', "FORMAT", "table (default), list, html, csv or json")),
    DATA(valued("data", 'd', "FORMAT", "values as string (default), bare or json")),
    NO_HEADINGS(flag("no-headings", "leave out the names of columns")),
    PRETTY(flag("pretty", "print JSON over several lines")),
    BARE(flag("bare", "the same as --format=list --data=bare --no-headings")),
    MAX_COLUMN_WIDTH(valued("max-column-width", "BYTES", "cut the cells of --format=table")),
    RECORD(optional("record", "DIR", "not supported")),
    REPLAY(optional("replay", "DIR", "not supported"));

    private final OptionForm form;

    ClientOption(OptionForm form) {
        this.form = form;
    }

    @Override
    public OptionForm form() {
        return form;
    }
}
