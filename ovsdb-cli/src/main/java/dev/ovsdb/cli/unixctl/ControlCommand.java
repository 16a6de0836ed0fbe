package dev.ovsdb.cli.unixctl;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A command of the control socket.
 *
 * @param usage what {@code list-commands} shows behind the name
 * @param most the most arguments it takes
 * @param action takes the arguments and answers a text, now or later; it refuses by {@link ControlException}, thrown or as
 *     the stage's failure
 */
public record ControlCommand(
        String name, String usage, int least, int most, Function<List<String>, CompletionStage<String>> action) {}
