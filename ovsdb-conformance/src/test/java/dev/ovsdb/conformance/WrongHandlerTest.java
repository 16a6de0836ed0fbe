package dev.ovsdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.OvsdbServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handler that is wrong in one way is found out by the case that is about it, whose message says what is wrong. */
class WrongHandlerTest {
    @ParameterizedTest
    @EnumSource
    void isFoundOut(Planted fault) {
        try (OvsdbServer server = Kit.serve(new AlteredHandler(Kit.handler(), fault))) {
            Judgement judgement = Conformance.builder()
                    .server("wrong", Kit.remote(server))
                    .cases(fault.caseName())
                    .patience(Duration.ofSeconds(2))
                    .run()
                    .of("wrong");
            CaseResult result = judgement.result(fault.caseName()).orElseThrow();
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.message())
                    .contains(fault.message())
                    .startsWith(result.subject().rule())
                    .contains("source    " + result.subject().source())
                    .contains("expected  ", "received  ", "differs   ", "said so far\n    1> {\"id\":1,");
        }
    }

    /** What stands between handler and peer is not what the cases find. */
    @Test
    void withoutAFaultItPasses() {
        try (OvsdbServer server = Kit.serve(new AlteredHandler(Kit.handler(), new Fault() {}))) {
            Conformance.builder().server("right", Kit.remote(server)).run().requirePassed();
        }
    }
}
