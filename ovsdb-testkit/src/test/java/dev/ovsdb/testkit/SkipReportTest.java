package dev.ovsdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The script by which a build fails when tests were skipped keeps its promises. */
class SkipReportTest {
    @Test
    void failOnSkipsDoesWhatItSays() {
        Tool.Result result = Tool.at(Path.of("../ci/test/fail-on-skips-test")).run();
        assertThat(result.output()).isEqualTo("fail-on-skips: all as promised\n");
        assertThat(result.succeeded()).isTrue();
    }
}
