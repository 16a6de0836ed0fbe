package dev.ovsdb.cli.completion;

import dev.ovsdb.cli.client.ClientOption;
import dev.ovsdb.cli.client.ClientProgram;
import dev.ovsdb.cli.client.Verbs;
import dev.ovsdb.cli.codegen.CodegenOption;
import dev.ovsdb.cli.conformance.ConformanceOption;
import dev.ovsdb.cli.options.Option;
import dev.ovsdb.cli.options.Option.Argument;
import dev.ovsdb.cli.tool.ToolOption;
import dev.ovsdb.cli.tool.ToolProgram;
import dev.ovsdb.cli.tool.ToolVerb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands as picocli sees them. */
final class CommandModel {
    static final String OVSDB = "ovsdb";
    static final List<String> PROGRAMS = List.of(OVSDB, ClientProgram.NAME, ToolProgram.NAME);

    private CommandModel() {}

    /** @param program one of {@link #PROGRAMS} */
    static CommandLine of(String program) {
        return new CommandLine(
                switch (program) {
                    case OVSDB -> ovsdb();
                    case ClientProgram.NAME -> client(program);
                    case ToolProgram.NAME -> tool(program);
                    default -> throw new IllegalArgumentException(program);
                });
    }

    private static CommandSpec ovsdb() {
        CommandSpec ovsdb = CommandSpec.create().name(OVSDB);
        ovsdb.addSubcommand("client", client("client"));
        ovsdb.addSubcommand("tool", tool("tool"));
        CommandSpec codegen = CommandSpec.create().name("codegen");
        addOptions(codegen, List.of(CodegenOption.values()));
        ovsdb.addSubcommand("codegen", codegen);
        CommandSpec conformance = CommandSpec.create().name("conformance");
        addOptions(conformance, List.of(ConformanceOption.values()));
        ovsdb.addSubcommand("conformance", conformance);
        ovsdb.addSubcommand("completion", CommandSpec.create().name("completion"));
        return ovsdb;
    }

    private static CommandSpec client(String name) {
        return program(name, Stream.of(Verbs.values()).map(Verbs::word).toList(), List.of(ClientOption.values()));
    }

    private static CommandSpec tool(String name) {
        return program(name, Stream.of(ToolVerb.values()).map(ToolVerb::word).toList(), List.of(ToolOption.values()));
    }

    private static CommandSpec program(String name, List<String> verbs, List<? extends Option> options) {
        CommandSpec program = CommandSpec.create().name(name);
        addOptions(program, options);
        for (String verb : verbs) {
            CommandSpec spec = CommandSpec.create().name(verb);
            addOptions(spec, options); // The reference takes options behind the verb too.
            program.addSubcommand(verb, spec);
        }
        return program;
    }

    private static void addOptions(CommandSpec command, List<? extends Option> options) {
        for (Option option : options) {
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

    private static List<String> candidates(Option option) {
        if (option == ClientOption.FORMAT) {
            return List.of("table", "list", "html", "csv", "json");
        }
        return option == ClientOption.DATA ? List.of("string", "bare", "json") : List.of();
    }
}
