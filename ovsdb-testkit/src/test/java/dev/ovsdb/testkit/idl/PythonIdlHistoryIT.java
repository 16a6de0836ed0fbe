package dev.ovsdb.testkit.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.interop.Contender;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A replica and the Python IDL follow one server through the same histories: those of the files in {@code /idl/histories}, and one by
 * chance. {@code -Didl.history.steps=5000} makes that longer, {@code -Dseed=N} runs one again.
 */
@RequiresPeer({"ovsdb-server", "python3-ovs"})
class PythonIdlHistoryIT {
    private static final Path SCHEMA = resource("/idl/follow.ovsschema");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final int steps = Integer.getInteger("idl.history.steps", 300);

    private static Path resource(String name) {
        try {
            return Path.of(PythonIdlHistoryIT.class.getResource(name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<History> histories() throws Exception {
        try (Stream<Path> files = Files.list(resource("/idl/histories"))) {
            return files.sorted().map(History::read).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdTheSameAfterEachStep(Contender contender) throws Exception {
        try (ReferenceServer server = contender.builder().schema(SCHEMA).unix().start();
                HistoryPlay play = new HistoryPlay(server, SCHEMA)) {
            for (History history : histories()) {
                if (!history.notOn().equals(contender.name())) {
                    assertThat(play.play(history)).as(history.name()).isPositive();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdTheSameWhateverHappens(Contender contender) throws Exception {
        History history = new History("seed " + seed, History.EVERYTHING, "", () -> new RandomSteps(seed, steps));
        try (ReferenceServer server = contender.builder().schema(SCHEMA).unix().start();
                HistoryPlay play = new HistoryPlay(server, SCHEMA)) {
            assertThat(play.play(history)).isGreaterThan(steps / 2);
            assertThat(play.successfulTries()).as(history.name()).isGreaterThan(steps / 4);
            System.out.println(history.name() + ": " + play.successfulTries() + " transactions");
        }
    }
}
