package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.cases.MonitorRequestCase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests and how they are refused; the cases in {@link MonitorRequestCase} are the reference's own answers. */
class MonitorRequestTest {
    static List<MonitorRequestCase> cases() {
        return MonitorRequestCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredAsByTheReference(MonitorRequestCase request) {
        Optional<JsonValue> refusal = refusal(request.method(), request.params().toString());
        assertThat(request.expects(refusal)).as("%s", refusal).isTrue();
    }

    private static Optional<JsonValue> refusal(String method, String params) {
        return Optional.ofNullable(
                switch (method) {
                    case "monitor_cond_change" -> {
                        Session session = new Session();
                        Monitor monitor =
                                session.monitor(MonitorKind.MONITOR_COND, "['M','m',{'T':[{'columns':['i']}]}]");
                        ChangeCall call = ChangeCall.read(Samples.bytes(params), id -> null);
                        yield call.refusal(
                                call.oldId().equals(monitor.id()) ? monitor : null,
                                call.newId().equals(JsonValue.of("taken")));
                    }
                    case "monitor_cancel" -> {
                        CancelCall call = CancelCall.read(Samples.bytes(params));
                        yield call.refusal(call.id().equals(JsonValue.of("m")));
                    }
                    default -> {
                        OpenCall call = Samples.open(MonitorKind.of(method).orElseThrow(), params);
                        yield call.refusal(call.id().equals(JsonValue.of("taken")));
                    }
                });
    }

    @Nested
    class Where {
        private static RowCondition condition(String where) {
            OpenCall call = Samples.open(MonitorKind.MONITOR_COND, "['M',1,{'T':[{'where':" + where + "}]}]");
            assertThat(call.refusal(false)).isNull();
            return call.tables().get(0).condition();
        }

        @Test
        void clausesMakeEqualConditionsInAnyOrderAndSpelling() {
            String one = "['_uuid','==',['uuid','00000000-0000-0000-0000-000000000001']]";
            String spaced = "[ '_uuid' , '==' , [ 'uuid' , '00000000-0000-0000-0000-000000000001' ] ]";
            assertThat(condition("[" + one + ",['i','==',1]]"))
                    .isEqualTo(condition("[['i','==',1]," + spaced + "," + one + "]"))
                    .hasSameHashCodeAs(condition("[['i','==',1.0]," + one + "]"))
                    .isNotEqualTo(condition("[" + one + "]"));
        }

        private static RowCondition counting(String requests) {
            OpenCall call = Samples.open(MonitorKind.MONITOR_COND, "['M',1," + requests + "]");
            assertThat(call.refusal(false)).isNull();
            return call.tables().get(call.tables().size() - 1).condition();
        }

        @Test
        void ofTwoForATableTheFirstCountsUnlessTheReferencesHashTableHasGrownBefore() {
            String two = "'U':[{'columns':['n'],'where':[['n','==','a']]},{'columns':[],'where':[['n','==','b']]}]";
            String three = two.replace("]}]", "]},{'columns':[],'where':[['n','==','c']]}]");
            assertThat(counting("{" + two + "}")).isEqualTo(named("a"));
            assertThat(counting("{" + three + "}")).isEqualTo(named("c"));
        }

        private static RowCondition named(String value) {
            return counting("{'U':[{'columns':['n'],'where':[['n','==','" + value + "']]}]}");
        }

        @Test
        void anEmptyListAndTrueAreEveryRowAndFalseIsNone() {
            assertThat(condition("[]").isEvery()).isTrue();
            assertThat(condition("[false,true]").isEvery()).isTrue();
            assertThat(condition("[false]").isEvery()).isFalse();
            assertThat(condition("[false]").isByUuid()).isTrue();
        }
    }
}
