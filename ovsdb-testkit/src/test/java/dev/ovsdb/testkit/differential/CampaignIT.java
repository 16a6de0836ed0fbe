package dev.ovsdb.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison judged itself, with the reference on both sides. */
@RequiresPeer("ovsdb-server")
class CampaignIT {
    private static final long SEED = 20240229;

    @Test
    void theReferenceDoesNotDifferFromItself() {
        Campaign campaign = new Campaign(Subject::reference, CampaignIT::withoutFile);
        assertThat(campaign.run(SEED, 1000, unused -> {})).as(campaign.counts()).isEmpty();
        assertThat(campaign.missing()).as(campaign.counts()).doesNotContain("changes in half of the transactions");
    }

    /** The reference, which does not always read its own file. */
    private static Subject withoutFile(String schema) {
        Subject reference = Subject.reference(schema);
        return new Subject() {
            @Override
            public String remote() {
                return reference.remote();
            }

            @Override
            public void close() {
                reference.close();
            }
        };
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("a wrong count", text -> text.replace("{\"count\":1}", "{\"count\":2}")),
                fault("another error tag", text -> text.replace("\"constraint violation\"", "\"constraint breach\"")),
                fault("other details", text -> text.replace("Type mismatch for", "Type mishap for")),
                fault("another update", text -> text.replace("\"modify\":{\"c0\"", "\"modify\":{\"c1\"")),
                fault("a lost element", text -> text.replace("[\"set\",[1,2]]", "1")),
                fault("no row where there was one", text -> text.replace("{\"delete\":null}", "{\"insert\":{}}")));
    }

    private static Arguments fault(String name, UnaryOperator<String> alteration) {
        return Arguments.of(name, alteration);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void findsAPlantedFaultAndShortensIt(String name, UnaryOperator<String> alteration) {
        Campaign campaign = new Campaign(150, Subject::reference, AlteringProxy.altering(alteration));
        Optional<String> difference = campaign.run(SEED, 5000, unused -> {});
        assertThat(difference).as(name).isPresent();
        String script = difference.get().substring(difference.get().indexOf("\n{\"name\"") + 1);
        assertThat(script.lines().count()).as(script).isLessThan(15);
        assertThat(campaign.replay(script)).isPresent();
    }
}
