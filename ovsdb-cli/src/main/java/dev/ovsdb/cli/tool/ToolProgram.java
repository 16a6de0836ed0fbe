package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.Version;
import dev.ovsdb.cli.options.CommandLine;
import dev.ovsdb.cli.options.CommandLine.Setting;
import dev.ovsdb.cli.options.GetOpt;
import dev.ovsdb.cli.options.OptionException;
import dev.ovsdb.server.file.LogException;
import java.util.List;
import java.util.Optional;

/** The program: options, then the verb. */
public final class ToolProgram {
    /** What messages begin with, also when the program is run as {@code ovsdb tool}. */
    public static final String NAME = "ovsdb-tool";

    /** What the reference has for the files of cluster members. */
    private static final List<String> CLUSTER_VERBS =
            List.of("create-cluster", "join-cluster", "check-cluster", "cluster-to-standalone");

    private final Console console;
    private int more;
    private String role = "";

    public ToolProgram(Console console) {
        this.console = console;
    }

    /**
     * Runs to the end.
     *
     * @return the exit status
     * @throws CommandException if the program fails
     */
    public int run(List<String> arguments) {
        CommandLine<ToolOption> line = parse(arguments);
        for (Setting<ToolOption> setting : line.settings()) {
            Optional<Command> instead = apply(setting);
            if (instead.isPresent()) {
                return instead.get().run(new ToolInvocation(console, more, role, List.of()));
            }
        }
        return run(line);
    }

    private static CommandLine<ToolOption> parse(List<String> arguments) {
        try {
            return GetOpt.parse(List.of(ToolOption.values()), arguments);
        } catch (OptionException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Applies an option; answers what is to be done in place of a verb, if it asks for that. */
    private Optional<Command> apply(Setting<ToolOption> setting) {
        switch (setting.option()) {
            case MORE -> more++;
            case RBAC_ROLE -> role = setting.value();
            case VERBOSE -> ToolLog.apply(setting);
            case HELP -> {
                return Optional.of(ToolHelp::print);
            }
            case OPTION -> {
                return Optional.of(ToolHelp::listOptions);
            }
            case VERSION -> {
                return Optional.of(ToolProgram::version);
            }
        }
        return Optional.empty();
    }

    private static CommandException unknown(String word) {
        return new CommandException(
                CLUSTER_VERBS.contains(word)
                        ? "'" + word + "' command is not available: this program keeps standalone databases only"
                        : "unknown command '" + word + "'; use --help for help");
    }

    private static int version(ToolInvocation invocation) {
        invocation.out().line(NAME + " (ovsdb for Java) " + Version.current());
        return 0;
    }

    private int run(CommandLine<ToolOption> line) {
        if (line.operands().isEmpty()) {
            throw new CommandException("missing command name; use --help for help");
        }
        String word = line.operands().get(0);
        ToolVerb verb = ToolVerb.named(word).orElseThrow(() -> unknown(word));
        List<String> arguments = line.operands().subList(1, line.operands().size());
        if (arguments.size() < verb.minArguments()) {
            throw new CommandException(
                    "'" + word + "' command requires at least " + verb.minArguments() + " arguments");
        } else if (arguments.size() > verb.maxArguments()) {
            throw new CommandException("'" + word + "' command takes at most " + verb.maxArguments() + " arguments");
        }
        try {
            return verb.command().run(new ToolInvocation(console, more, role, arguments));
        } catch (LogException e) {
            throw new CommandException(e.describe(), e);
        }
    }
}
