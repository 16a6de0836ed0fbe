package dev.ovsdb.cli.client;

import dev.ovsdb.cli.client.Servers.Opened;
import dev.ovsdb.cli.client.Verbs.Need;
import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.Version;
import dev.ovsdb.cli.options.CommandLine;
import dev.ovsdb.cli.options.CommandLine.Setting;
import dev.ovsdb.cli.options.GetOpt;
import dev.ovsdb.cli.options.OptionException;
import java.util.List;
import java.util.Optional;

/** The program: options, then the verb with what it needs. */
public final class ClientProgram {
    /** What messages begin with, also when the program is run as {@code ovsdb client}. */
    public static final String NAME = "ovsdb-client";

    private final Console console;

    public ClientProgram(Console console) {
        this.console = console;
    }

    /** @throws CommandException if the program fails */
    public void run(List<String> arguments) {
        CommandLine<ClientOption> line = parse(arguments);
        ClientOptionsReader reader = new ClientOptionsReader(console);
        for (Setting<ClientOption> setting : line.settings()) {
            if (setting.option() == ClientOption.HELP) {
                Help.print(console.out());
                return;
            } else if (setting.option() == ClientOption.VERSION) {
                console.out().line(NAME + " (ovsdb for Java) " + Version.current());
                return;
            }
            reader.apply(setting);
        }
        run(reader.options(), line.operands());
    }

    private static CommandLine<ClientOption> parse(List<String> arguments) {
        try {
            return GetOpt.parse(List.of(ClientOption.values()), arguments);
        } catch (OptionException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private void run(ClientOptions options, List<String> operands) {
        try (Alarm alarm = Alarm.after(options.timeout(), console.onAlarm());
                Servers servers = new Servers(console, options)) {
            if (operands.isEmpty()) {
                throw new CommandException("missing command name; use --help for help");
            }
            Verbs verb = Verbs.named(operands.get(0))
                    .orElseThrow(() ->
                            new CommandException("unknown command '" + operands.get(0) + "'; use --help for help"));
            run(verb, options, servers, operands.subList(1, operands.size()));
        }
    }

    /** The server comes first and the arguments are counted after, for only it knows which is a database. */
    private void run(Verbs verb, ClientOptions options, Servers servers, List<String> arguments) {
        List<String> rest = arguments;
        Opened opened = null;
        if (verb.need() != Need.NOTHING) {
            opened = servers.open(verb.minArguments(), verb.need(), arguments, Optional.empty());
            rest = opened.rest();
        }
        if (!verb.takes(rest.size())) {
            throw new CommandException("invalid syntax for '" + verb.word() + "' (use --help for help)");
        }
        verb.verb().run(new Invocation(console, options, servers, rest, opened));
    }
}
