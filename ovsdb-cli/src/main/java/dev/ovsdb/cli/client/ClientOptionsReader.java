package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.options.CommandLine.Setting;
import dev.ovsdb.cli.table.DataFormat;
import dev.ovsdb.cli.table.TableFormat;
import dev.ovsdb.cli.table.TableStyle;
import dev.ovsdb.cli.tls.TlsFiles;
import dev.ovsdb.cli.vlog.LogOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Applies the settings of a command line one after another; the first wrong one ends the program. */
final class ClientOptionsReader {
    private final Console console;
    private TableStyle style = TableStyle.DEFAULT;
    private TlsFiles tls = TlsFiles.NONE;
    private Duration timeout = Duration.ZERO;
    private Optional<Boolean> changeAware = Optional.empty();
    private Optional<Path> pidfile = Optional.empty();
    private boolean leaderOnly = true;
    private boolean timestamp;
    private boolean force;
    private boolean overwritePidfile;

    ClientOptionsReader(Console console) {
        this.console = console;
    }

    ClientOptions options() {
        return new ClientOptions(
                style, timestamp, force, leaderOnly, overwritePidfile, timeout, changeAware, pidfile, tls);
    }

    void apply(Setting<ClientOption> setting) {
        String value = setting.value();
        switch (setting.option()) {
            case TIMESTAMP -> timestamp = true;
            case FORCE -> force = true;
            case TIMEOUT -> timeout = timeout(value);
            case DB_CHANGE_AWARE, NO_DB_CHANGE_AWARE ->
                changeAware = Optional.of(setting.option() == ClientOption.DB_CHANGE_AWARE);
            case LEADER_ONLY, NO_LEADER_ONLY -> leaderOnly = setting.option() == ClientOption.LEADER_ONLY;
            case VERBOSE -> LogSettings.apply(console, setting.hasValue() ? value : LogOptions.VERBOSE);
            case LOG_FILE ->
                LogSettings.file(
                        setting.hasValue()
                                ? Path.of(value)
                                : console.logDirectory().resolve(ClientProgram.NAME + ".log"));
            case SYSLOG_METHOD -> LogOptions.checkSyslogMethod(value);
            case PIDFILE ->
                pidfile = Optional.of(
                        console.runDirectory().resolve(setting.hasValue() ? value : ClientProgram.NAME + ".pid"));
            case OVERWRITE_PIDFILE -> overwritePidfile = true;
            case BOOTSTRAP_CA_CERT, PRIVATE_KEY, CERTIFICATE, CA_CERT, SSL_PROTOCOLS, SSL_CIPHERS ->
                tls = tls(setting.option(), value);
            case FORMAT, DATA, NO_HEADINGS, PRETTY, BARE, MAX_COLUMN_WIDTH -> style = style(setting.option(), value);
            case DETACH, MONITOR, USER, RECORD, REPLAY -> throw unsupported(setting.option());
            case HELP, VERSION, SYSLOG_TARGET, NO_SELF_CONFINEMENT, NO_CHDIR -> {}
        }
    }

    private TlsFiles tls(ClientOption option, String value) {
        return switch (option) {
            case BOOTSTRAP_CA_CERT -> tls.withCaCertificate(value, true);
            case PRIVATE_KEY -> tls.withPrivateKey(value);
            case CERTIFICATE -> tls.withCertificate(value);
            case CA_CERT -> tls.withCaCertificate(value, false);
            case SSL_PROTOCOLS -> tls.withProtocols(value);
            default -> tls.withCiphers(value);
        };
    }

    private TableStyle style(ClientOption option, String value) {
        return switch (option) {
            case FORMAT ->
                style.withFormat(TableFormat.named(value)
                        .orElseThrow(() -> new CommandException("unknown output format \"" + value + "\"")));
            case DATA ->
                style.withData(DataFormat.named(value)
                        .orElseThrow(() -> new CommandException("unknown data format \"" + value + "\"")));
            case NO_HEADINGS -> style.withoutHeadings();
            case PRETTY -> style.withPretty();
            case BARE ->
                style.withFormat(TableFormat.LIST).withData(DataFormat.BARE).withoutHeadings();
            default -> style.withMaxColumnWidth(leadingNumber(value));
        };
    }

    private static Duration timeout(String value) {
        try {
            long seconds = Long.parseLong(value.strip());
            if (seconds > 0 && seconds <= 0xffff_ffffL) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // Told below, together with what is a number but no time.
        }
        throw new CommandException("value " + value + " on -t or --timeout is invalid");
    }

    /** As C's {@code atoi}: what is no number, or below zero, means no limit. */
    private static int leadingNumber(String value) {
        String digits = value.replaceFirst("^(\\d{0,9}).*$", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static CommandException unsupported(ClientOption option) {
        return new CommandException("--" + option.longName() + " is " + option.summary());
    }
}
