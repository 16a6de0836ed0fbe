package dev.ovsdb.cli.conformance;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.options.CommandLine;
import dev.ovsdb.cli.options.CommandLine.Setting;
import dev.ovsdb.cli.tls.TlsFiles;
import dev.ovsdb.conformance.ClientStarter;
import dev.ovsdb.conformance.Conformance;
import dev.ovsdb.conformance.Feature;
import dev.ovsdb.conformance.Profile;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethodException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command line as a run of the kit. */
final class Wishes {
    private static final Pattern NAMED = Pattern.compile("([^=:]+)=(.*)");

    private final CommandLine<ConformanceOption> line;

    Wishes(CommandLine<ConformanceOption> line) {
        this.line = line;
    }

    boolean has(ConformanceOption option) {
        return line.settings().stream().anyMatch(setting -> setting.option() == option);
    }

    /** What an option was set to last. */
    Optional<String> value(ConformanceOption option) {
        return all(option).stream().reduce((before, last) -> last);
    }

    private List<String> all(ConformanceOption option) {
        return line.settings().stream()
                .filter(setting -> setting.option() == option)
                .map(Setting::value)
                .toList();
    }

    /** @throws CommandException if it makes no sense; the message says what */
    Conformance run() {
        try {
            Conformance.Builder kit = Conformance.builder().exact(has(ConformanceOption.EXACT));
            for (String word : all(ConformanceOption.FEATURE)) kit.features(feature(word));
            kit.cases(all(ConformanceOption.CASE).toArray(String[]::new));
            value(ConformanceOption.PROFILE).ifPresent(word -> kit.profile(profile(word)));
            value(ConformanceOption.DATABASE).ifPresent(kit::database);
            value(ConformanceOption.PATIENCE).ifPresent(text -> kit.patience(patience(text)));
            TlsFiles tls = tls();
            if (!tls.equals(TlsFiles.NONE)) kit.tls(tls.options());
            for (String operand : line.operands()) server(kit, operand);
            value(ConformanceOption.CLIENT).ifPresent(method -> client(kit, method));
            return kit.build();
        } catch (ConnectionMethodException | IllegalArgumentException | IllegalStateException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void server(Conformance.Builder kit, String operand) {
        Matcher named = NAMED.matcher(operand);
        if (named.matches()) kit.server(named.group(1), named.group(2));
        else kit.server(operand, operand);
    }

    private void client(Conformance.Builder kit, String method) {
        kit.listen(method);
        kit.client("client", value(ConformanceOption.EXEC).map(ClientStarter::command).orElse(ClientStarter.BY_ITSELF));
    }

    private static Feature feature(String word) {
        return Feature.named(word).orElseThrow(() -> new CommandException("there is no feature " + word));
    }

    private static Profile profile(String word) {
        return Profile.named(word).orElseThrow(() -> new CommandException("there is no profile " + word));
    }

    private static Duration patience(String text) {
        try {
            return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
        } catch (NumberFormatException e) {
            throw new CommandException("patience is a number of seconds, was " + text, e);
        }
    }

    private TlsFiles tls() {
        TlsFiles tls = TlsFiles.NONE;
        for (Setting<ConformanceOption> setting : line.settings()) tls = with(tls, setting);
        return tls;
    }

    private static TlsFiles with(TlsFiles tls, Setting<ConformanceOption> setting) {
        return switch (setting.option()) {
            case PRIVATE_KEY -> tls.withPrivateKey(setting.value());
            case CERTIFICATE -> tls.withCertificate(setting.value());
            case CA_CERT -> tls.withCaCertificate(setting.value(), false);
            case BOOTSTRAP_CA_CERT -> tls.withCaCertificate(setting.value(), true);
            case SSL_PROTOCOLS -> tls.withProtocols(setting.value());
            case SSL_CIPHERS -> tls.withCiphers(setting.value());
            default -> tls;
        };
    }
}
