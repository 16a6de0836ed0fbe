package dev.ovsdb.cli.completion;

import dev.ovsdb.cli.client.ClientOption;
import dev.ovsdb.cli.client.ClientProgram;
import dev.ovsdb.cli.client.Verbs;
import dev.ovsdb.cli.options.Option.Argument;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands as picocli sees them. */
final class CommandModel {
    static final String OVSDB = "ovsdb";
    static final List<String> PROGRAMS = List.of(OVSDB, ClientProgram.NAME);

    private static final String CLIENT = "client";

    private CommandModel() {}

    static CommandLine of(String program) {
        return new CommandLine(program.equals(OVSDB) ? ovsdb() : client(ClientProgram.NAME));
    }

    private static CommandSpec ovsdb() {
        CommandSpec ovsdb = CommandSpec.create().name(OVSDB);
        ovsdb.addSubcommand(CLIENT, client(CLIENT));
        ovsdb.addSubcommand("completion", CommandSpec.create().name("completion"));
        return ovsdb;
    }

    private static CommandSpec client(String name) {
        CommandSpec client = CommandSpec.create().name(name);
        addOptions(client);
        for (Verbs verb : Verbs.values()) {
            CommandSpec spec = CommandSpec.create().name(verb.word());
            addOptions(spec); // The reference takes options behind the verb too.
            client.addSubcommand(verb.word(), spec);
        }
        return client;
    }

    private static void addOptions(CommandSpec command) {
        for (ClientOption option : ClientOption.values()) {
            List<String> names = new ArrayList<>(List.of("--" + option.longName()));
            if (option.shortName() != 0) {
                names.add("-" + option.shortName());
            }
            OptionSpec.Builder spec =
                    OptionSpec.builder(names.toArray(new String[0])).description(option.summary());
            if (option.argument() == Argument.NONE) {
                spec.type(boolean.class).arity("0");
            } else {
                spec.type(String.class)
                        .arity(option.argument() == Argument.REQUIRED ? "1" : "0..1")
                        .completionCandidates(candidates(option));
            }
            command.addOption(spec.build());
        }
    }

    private static List<String> candidates(ClientOption option) {
        return switch (option) {
            case FORMAT -> List.of("table", "list", "html", "csv", "json");
            case DATA -> List.of("string", "bare", "json");
            default -> List.of();
        };
    }
}
