package dev.ovsdb.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

/**
 * Plays a script on the reference and on our server, and wants the same transcript.
 *
 * <p>With {@code -Dinterop.second=reference} both are the reference, which judges the scripts themselves.
 */
final class SameScript {
    private static final Contender SECOND =
            Contender.valueOf(System.getProperty("interop.second", "ours").toUpperCase(Locale.ROOT));

    /** What is done on a stage. */
    interface Script {
        void play(Stage stage) throws Exception;
    }

    private SameScript() {}

    static void onBoth(Transport transport, List<String> schemas, Script script) throws Exception {
        String expected = transcript(Contender.REFERENCE, transport, schemas, script);
        assertThat(expected).doesNotContain("trouble of");
        assertThat(transcript(SECOND, transport, schemas, script)).isEqualTo(expected);
    }

    private static String transcript(Contender contender, Transport transport, List<String> schemas, Script script)
            throws Exception {
        try (Stage stage = new Stage(contender, transport, schemas.toArray(String[]::new))) {
            script.play(stage);
            return stage.transcript();
        }
    }
}
