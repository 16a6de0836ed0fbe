package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.options.CommandLine.Setting;
import dev.ovsdb.cli.vlog.LogOptions;
import dev.ovsdb.cli.vlog.Modules;
import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.server.remote.TlsFiles;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies the settings of a command line one after another; the first wrong one ends the program. */
final class ServerOptionsReader {
    private final Console console;
    private final Vlog log;
    private final Set<String> remotes = new LinkedHashSet<>();
    private TlsFiles tls = TlsFiles.none();
    private Optional<Path> control;
    private Optional<Path> pidfile = Optional.empty();
    private Optional<String> run = Optional.empty();
    private boolean overwritePidfile;
    private boolean withoutDatabases;
    private boolean differences = true;

    ServerOptionsReader(Console console, Vlog log) {
        this.console = console;
        this.log = log;
        this.control = Optional.of(inRunDirectory(
                ServerProgram.NAME + "." + ProcessHandle.current().pid() + ".ctl"));
    }

    void apply(Setting<ServerOption> setting) {
        String value = setting.value();
        switch (setting.option()) {
            case REMOTE -> remotes.add(value);
            case UNIXCTL -> control = value.equals("none") ? Optional.empty() : Optional.of(inRunDirectory(value));
            case RUN -> run = Optional.of(value);
            case PIDFILE ->
                pidfile = Optional.of(inRunDirectory(setting.hasValue() ? value : ServerProgram.NAME + ".pid"));
            case OVERWRITE_PIDFILE -> overwritePidfile = true;
            case VERBOSE ->
                log.apply(LogOptions.parse(setting.hasValue() ? value : LogOptions.VERBOSE, Modules.SERVER));
            case LOG_FILE -> openLogFile(setting.hasValue() ? value : ServerProgram.NAME + ".log");
            case SYSLOG_METHOD -> LogOptions.checkSyslogMethod(value);
            case BOOTSTRAP_CA_CERT, PEER_CA_CERT, PRIVATE_KEY, CERTIFICATE, CA_CERT, SSL_PROTOCOLS, SSL_CIPHERS ->
                tls = tls(setting.option(), value);
            case NO_DBS -> withoutDatabases = true;
            case DISABLE_FILE_COLUMN_DIFF -> differences = false;
            case USER -> requireUser();
            case RECORD, REPLAY, SYNC_FROM -> throw unsupported(setting.option());
            // The launcher has done these before, or there is nothing to do.
            case DETACH, MONITOR, NO_CHDIR, NO_SELF_CONFINEMENT, SYSLOG_TARGET, SYNC_EXCLUDE_TABLES, ACTIVE -> {}
            case HELP, VERSION -> throw new IllegalArgumentException(setting.option() + " is not for a run");
        }
    }

    /** @param operands the database files */
    ServerOptions options(List<String> operands) {
        List<String> files = operands;
        if (files.isEmpty() && !withoutDatabases) {
            files = List.of(console.databaseDirectory().resolve("conf.db").toString());
        }
        return new ServerOptions(
                files.stream().distinct().toList(),
                List.copyOf(remotes),
                control,
                pidfile,
                overwritePidfile,
                run,
                differences,
                tls);
    }

    private TlsFiles tls(ServerOption option, String value) {
        return switch (option) {
            case PRIVATE_KEY -> tls.withPrivateKey(fileOrColumn(value));
            case CERTIFICATE -> tls.withCertificate(fileOrColumn(value));
            case CA_CERT -> tls.withCaCertificate(value.equals("none") ? value : fileOrColumn(value));
            case BOOTSTRAP_CA_CERT ->
                tls.withBootstrapCaCertificate(value.equals("none") ? value : fileOrColumn(value));
            case PEER_CA_CERT -> tls.withPeerCaCertificate(file(value));
            case SSL_PROTOCOLS -> tls.withProtocols(value);
            default -> tls.withCiphers(value);
        };
    }

    private String fileOrColumn(String value) {
        return value.startsWith("db:") ? value : file(value);
    }

    private String file(String value) {
        return console.directory().resolve(value).toString();
    }

    private void openLogFile(String file) {
        Path path = console.logDirectory().resolve(file).toAbsolutePath();
        if (log.openFile(path) != null) {
            throw new LogFileException();
        }
    }

    /** The launcher has changed the user, or found out why it cannot. */
    private void requireUser() {
        console.variable("OVSDB_USER_REFUSED").ifPresent(reason -> {
            throw new CommandException(pidfile.map(Path::toString).orElse("(null)") + ": " + reason);
        });
        if (console.variable("OVSDB_USER").isEmpty()) {
            throw new CommandException("--user needs the launcher, which this process was not started by");
        }
    }

    private Path inRunDirectory(String path) {
        return console.runDirectory().resolve(path);
    }

    private static CommandException unsupported(ServerOption option) {
        return new CommandException("--" + option.longName() + " is " + option.summary());
    }

    /** The log file cannot be opened, as was logged: there is nothing more to say. */
    static final class LogFileException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
