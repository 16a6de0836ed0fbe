package dev.ovsdb.cli.unixctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlCommandsTest {
    private final ControlCommands commands = new ControlCommands()
            .add("one", "ARG", 1, 1, arguments -> "got " + arguments.get(0))
            .add("refuse", "", () -> {
                throw new ControlException("no");
            })
            .addLater("later", "[ARG]...", 0, ControlCommands.ANY, arguments -> CompletableFuture.completedFuture("x"));

    private String run(String name, String... arguments) {
        try {
            return commands.run(name, List.of(arguments)).toCompletableFuture().join();
        } catch (CompletionException e) {
            return "refused: " + e.getCause().getMessage();
        }
    }

    @Test
    void areListedInOrder() {
        assertThat(run("list-commands"))
                .isEqualTo("The available commands are:\n"
                        + "  later                   [ARG]...\n"
                        + "  list-commands           \n"
                        + "  one                     ARG\n"
                        + "  refuse                  \n");
    }

    @Test
    void answer() {
        assertThat(run("one", "word")).isEqualTo("got word");
        assertThat(run("later", "a", "b", "c")).isEqualTo("x");
        assertThat(run("refuse")).isEqualTo("refused: no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none|\"none\" is not a valid command (use \"list-commands\" to see a list of valid commands)",
                "one|\"one\" command requires at least 1 arguments",
                "one a b|\"one\" command takes at most 1 arguments",
            })
    void areRefusedInTheReferencesWords(String line, String message) {
        List<String> words = List.of(line.split(" "));
        assertThat(run(words.get(0), words.subList(1, words.size()).toArray(new String[0])))
                .isEqualTo("refused: " + message);
    }
}
