package dev.ovsdb.cli.options;

import dev.ovsdb.cli.options.Option.Argument;

/** Options as lines of help. */
public final class OptionHelp {
    private static final int INDENT = 32;

    private OptionHelp() {}

    /** The option's names and value, and behind them what it does. */
    public static String line(Option option) {
        String letter = option.shortName() == 0 ? "      " : "  -" + option.shortName() + ", ";
        String value = option.argument() == Argument.REQUIRED ? "=" + option.value() : "";
        value = option.argument() == Argument.OPTIONAL ? "[=" + option.value() + "]" : value;
        String name = letter + "--" + option.longName() + value;
        return name + " ".repeat(Math.max(1, INDENT - name.length())) + option.summary();
    }
}
