package dev.ovsdb.cli.options;

import dev.ovsdb.cli.options.CommandLine.Setting;
import dev.ovsdb.cli.options.Option.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes a command line apart by the rules of {@code getopt_long}.
 *
 * @param <O> the program's options
 */
public final class GetOpt<O extends Option> {
    private final List<O> options;
    private final List<Setting<O>> settings = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private final List<String> arguments;
    private int at;

    private GetOpt(List<O> options, List<String> arguments) {
        this.options = options;
        this.arguments = arguments;
    }

    /**
     * The settings and operands of a command line.
     *
     * @param options what the program understands, in the order in which a message about an ambiguous name lists them
     * @throws OptionException if an option is unknown or used wrongly
     */
    public static <O extends Option> CommandLine<O> parse(List<O> options, List<String> arguments) {
        return new GetOpt<>(options, arguments).parse();
    }

    private CommandLine<O> parse() {
        while (at < arguments.size()) {
            String argument = arguments.get(at++);
            if (argument.equals("--")) {
                operands.addAll(arguments.subList(at, arguments.size()));
                break;
            } else if (argument.startsWith("--")) {
                longOption(argument.substring(2));
            } else if (argument.startsWith("-") && argument.length() > 1) {
                shortOptions(argument.substring(1));
            } else {
                operands.add(argument);
            }
        }
        return new CommandLine<>(settings, operands);
    }

    private void longOption(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        O option = find(name, text);
        if (equals >= 0) {
            if (option.argument() == Argument.NONE) {
                throw new OptionException("option '--" + option.longName() + "' doesn't allow an argument");
            }
            settings.add(new Setting<>(option, text.substring(equals + 1), true));
        } else if (option.argument() == Argument.REQUIRED) {
            settings.add(
                    new Setting<>(option, next("option '--" + option.longName() + "' requires an argument"), true));
        } else {
            settings.add(new Setting<>(option, "", false));
        }
    }

    private O find(String name, String asGiven) {
        List<O> candidates = new ArrayList<>();
        for (O option : options) {
            if (option.longName().equals(name)) {
                return option;
            } else if (option.longName().startsWith(name)) {
                candidates.add(option);
            }
        }
        if (candidates.isEmpty()) {
            throw new OptionException("unrecognized option '--" + asGiven + "'");
        } else if (candidates.size() > 1) {
            throw new OptionException("option '--" + asGiven + "' is ambiguous; possibilities: "
                    + candidates.stream()
                            .map(option -> "'--" + option.longName() + "'")
                            .collect(Collectors.joining(" ")));
        }
        return candidates.get(0);
    }

    private void shortOptions(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            O option = find(letters.charAt(i));
            String rest = letters.substring(i + 1);
            if (option.argument() == Argument.NONE) {
                settings.add(new Setting<>(option, "", false));
                continue;
            }
            boolean joined = !rest.isEmpty();
            if (!joined && option.argument() == Argument.REQUIRED) {
                rest = next("option requires an argument -- '" + option.shortName() + "'");
                joined = true;
            }
            settings.add(new Setting<>(option, rest, joined));
            return;
        }
    }

    private O find(char letter) {
        for (O option : options) {
            if (option.shortName() == letter) {
                return option;
            }
        }
        throw new OptionException("invalid option -- '" + letter + "'");
    }

    private String next(String otherwise) {
        if (at == arguments.size()) {
            throw new OptionException(otherwise);
        }
        return arguments.get(at++);
    }
}
