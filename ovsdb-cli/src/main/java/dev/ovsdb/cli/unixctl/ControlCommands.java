package dev.ovsdb.cli.unixctl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The commands of one program. Filled before the socket is opened, read-only from then on. */
public final class ControlCommands {
    /** Stands for any number of arguments. */
    public static final int ANY = Integer.MAX_VALUE;

    private final Map<String, ControlCommand> commands = new TreeMap<>();

    public ControlCommands() {
        add("list-commands", "", this::list);
    }

    /** Adds a command without arguments that answers at once. */
    public ControlCommands add(String name, String usage, Supplier<String> action) {
        return add(name, usage, 0, 0, arguments -> action.get());
    }

    /** Adds a command that answers at once. */
    public ControlCommands add(String name, String usage, int least, int most, Function<List<String>, String> action) {
        return addLater(
                name, usage, least, most, arguments -> CompletableFuture.completedFuture(action.apply(arguments)));
    }

    /** Adds a command that may take its time. */
    public ControlCommands addLater(
            String name, String usage, int least, int most, Function<List<String>, CompletionStage<String>> action) {
        commands.put(name, new ControlCommand(name, usage, least, most, action));
        return this;
    }

    /** Runs a command; whatever goes wrong fails the stage with {@link ControlException}. */
    CompletionStage<String> run(String name, List<String> arguments) {
        ControlCommand command = commands.get(name);
        if (command == null) {
            return refused(
                    "\"" + name + "\" is not a valid command (use \"list-commands\" to see a list of valid commands)");
        } else if (arguments.size() < command.least()) {
            return refused("\"" + name + "\" command requires at least " + command.least() + " arguments");
        } else if (arguments.size() > command.most()) {
            return refused("\"" + name + "\" command takes at most " + command.most() + " arguments");
        }
        try {
            return command.action().apply(arguments);
        } catch (ControlException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletionStage<String> refused(String reason) {
        return CompletableFuture.failedFuture(new ControlException(reason));
    }

    private String list() {
        StringBuilder text = new StringBuilder("The available commands are:\n");
        commands.values()
                .forEach(command ->
                        text.append(String.format(Locale.ROOT, "  %-23s %s\n", command.name(), command.usage())));
        return text.toString();
    }
}
