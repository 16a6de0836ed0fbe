package dev.ovsdb.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This project's server against the reference: a short run, and every difference that was found before. */
@RequiresPeer("ovsdb-server")
class DifferentialIT {
    private final Campaign campaign = new Campaign(200, Subject::reference, Subject::embedded, Subject::stored);

    @Test
    void aShortRunFindsNoDifference() {
        assertThat(campaign.run(77010, 3000, System.out::println)).isEmpty();
        System.out.println(campaign.counts());
    }

    static List<Path> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(DifferentialIT.class.getResource("/differential/cases"))
                .toURI());
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aDifferenceOfThePastIsGone(Path script) throws IOException {
        assertThat(campaign.replay(Files.readString(script))).isEmpty();
    }
}
