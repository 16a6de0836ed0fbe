package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.Output;
import dev.ovsdb.cli.options.Option.Argument;
import java.util.Locale;

/** What the program tells of itself. */
final class ToolHelp {
    private static final int INDENT = 26;

    private ToolHelp() {}

    /** {@code help} and {@code --help}. */
    static int print(ToolInvocation invocation) {
        Output out = invocation.out();
        out.line(ToolProgram.NAME + ": works on OVSDB database files");
        out.line("usage: " + ToolProgram.NAME + " [OPTIONS] COMMAND [ARG...]");
        out.line("");
        out.line("Commands:");
        for (ToolVerb verb : ToolVerb.values()) {
            out.line("  " + (verb.word() + " " + verb.synopsis().toUpperCase(Locale.ROOT)).stripTrailing());
            out.line("      " + verb.summary());
        }
        out.line("");
        out.line("The default DB is " + ToolInvocation.defaultDatabase(invocation.console()) + ".");
        out.line("The default SCHEMA is " + ToolInvocation.defaultSchema(invocation.console()) + ".");
        out.line("");
        out.line("Options:");
        for (ToolOption option : ToolOption.values()) {
            out.line(line(option));
        }
        return 0;
    }

    private static String line(ToolOption option) {
        String letter = option.shortName() == 0 ? "      " : "  -" + option.shortName() + ", ";
        String value = option.argument() == Argument.REQUIRED ? "=" + option.value() : "";
        value = option.argument() == Argument.OPTIONAL ? "[=" + option.value() + "]" : value;
        String name = letter + "--" + option.longName() + value;
        return name + " ".repeat(Math.max(1, INDENT - name.length())) + option.summary();
    }

    /** {@code list-commands}. */
    static int listCommands(ToolInvocation invocation) {
        invocation.out().line("The available commands are:");
        for (ToolVerb verb : ToolVerb.values()) {
            invocation.out().line(String.format("  %-23s %s", verb.word(), verb.synopsis()));
        }
        return 0;
    }

    /** {@code --option}, for scripts that complete command lines. */
    static int listOptions(ToolInvocation invocation) {
        for (ToolOption option : ToolOption.values()) {
            invocation.out().line("--" + option.longName() + argument(option, "="));
            if (option.shortName() != 0) {
                invocation.out().line("-" + option.shortName() + " " + argument(option, ""));
            }
        }
        return 0;
    }

    private static String argument(ToolOption option, String before) {
        return switch (option.argument()) {
            case NONE -> "";
            case REQUIRED -> before + "ARG";
            case OPTIONAL -> before + "[ARG]";
        };
    }
}
