package dev.ovsdb.cli.options;

import java.util.List;

/**
 * A command line taken apart: what was set, in order, and the rest.
 *
 * @param <O> the program's options
 * @param settings the options in the order given, so that the last of contradicting ones can win
 * @param operands everything else
 */
public record CommandLine<O extends Option>(List<Setting<O>> settings, List<String> operands) {
    public CommandLine {
        settings = List.copyOf(settings);
        operands = List.copyOf(operands);
    }

    /**
     * One option as given.
     *
     * @param <O> the program's options
     * @param value the value; empty if it has none
     * @param hasValue whether it has one
     */
    public record Setting<O extends Option>(O option, String value, boolean hasValue) {}
}
