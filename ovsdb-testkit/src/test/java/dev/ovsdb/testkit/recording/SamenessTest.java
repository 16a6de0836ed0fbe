package dev.ovsdb.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamenessTest {
    private static final String A = "0a1b2c3d-0000-4000-8000-00000000000a";
    private static final String B = "0a1b2c3d-0000-4000-8000-00000000000b";
    private static final String X = "9f1b2c3d-0000-4000-8000-0000000000f1";
    private static final String Y = "9f1b2c3d-0000-4000-8000-0000000000f2";

    private final Uuids uuids = new Uuids();
    private Sameness sameness = new Sameness(ComparisonRules.defaults(), uuids);

    private Optional<Difference> difference(String recorded, String now) {
        return sameness.difference(JsonValue.parse(json(recorded)), JsonValue.parse(json(now)), false);
    }

    private static String json(String text) {
        return text.replace('\'', '"')
                .replace("$A", A)
                .replace("$B", B)
                .replace("$X", X)
                .replace("$Y", Y);
    }

    private void same(String recorded, String now) {
        assertThat(difference(recorded, now)).isEmpty();
    }

    private void differ(String recorded, String now, String where) {
        assertThat(difference(recorded, now))
                .hasValueSatisfying(found -> assertThat(found.where()).isEqualTo(where));
    }

    @Test
    void orderOfMembersSetsMapsAndRowsDoesNotCount() {
        same("{'a':1,'b':[2]}", "{'b':[2],'a':1.0}");
        same("['set',['a','b']]", "['set',['b','a']]");
        same("['map',[['a',1],['b',2]]]", "['map',[['b',2],['a',1]]]");
        same("{'rows':[{'a':1},{'a':2}]}", "{'rows':[{'a':2},{'a':1}]}");
    }

    @Test
    void orderOfOtherArraysCounts() {
        differ("['a','b']", "['b','a']", "[0]");
        differ("{'columns':['a','b']}", "{'columns':['b','a']}", "columns[0]");
    }

    @Test
    void oneUuidStandsForOneOther() {
        same("['uuid','$A']", "['uuid','$X']");
        same("['uuid','$A']", "['uuid','$X']");
        differ("['uuid','$A']", "['uuid','$Y']", "[1]");
        differ("['uuid','$B']", "['uuid','$X']", "[1]");
    }

    @Test
    void theUuidOfZerosStandsForItself() {
        String zeros = "00000000-0000-0000-0000-000000000000";
        same("'" + zeros + "'", "'" + zeros + "'");
        differ("'" + zeros + "'", "'$X'", "");
        differ("'$A'", "'" + zeros + "'", "");
    }

    @Test
    void aDifferenceTeachesNothing() {
        differ("['$A',1]", "['$X',2]", "[1]");
        same("['$A',1]", "['$Y',1]");
    }

    @Test
    void uuidsWithinTextAndWithLowLinesAreTheSame() {
        same("'see $A.'", "'see $X.'");
        same("'row" + A.replace('-', '_') + "'", "'row" + X.replace('-', '_') + "'");
        differ("'see $A.'", "'see $X!'", "");
        differ("'$A'", "'" + X.replace('-', '_') + "'", "");
    }

    @Test
    void rowsOfUnknownUuidsFindEachOther() {
        same("{'$A':{'n':1},'$B':{'n':2}}", "{'$X':{'n':2},'$Y':{'n':1}}");
        assertThat(uuids.now(A)).isEqualTo(Y);
        assertThat(uuids.now(B)).isEqualTo(X);
    }

    @Test
    void referencesBeforeTheRowsTheyReferToAreUnderstood() {
        same(
                "{'House':{'t':['set',[['uuid','$A'],['uuid','$B']]]},'Person':{'$A':{'n':1},'$B':{'n':2}}}",
                "{'House':{'t':['set',[['uuid','$X'],['uuid','$Y']]]},'Person':{'$X':{'n':2},'$Y':{'n':1}}}");
        assertThat(uuids.now(A)).isEqualTo(Y);
    }

    @Test
    void aRowThatIsNotThereIsTold() {
        differ("{'$A':{'n':1}}", "{}", A);
        differ("{'$A':{'n':1}}", "{'$X':{'n':2}}", X + ".n");
        differ("{}", "{'$X':{'n':2}}", X);
    }

    @Test
    void membersThatAreMissingOrNewAreTold() {
        differ("{'a':{'b':1}}", "{'a':{}}", "a.b");
        differ("{'a':{}}", "{'a':{'b':1}}", "a.b");
    }

    @Test
    void jsonInAStringIsComparedAsJson() {
        same("['{\\\"a\\\":1,\\\"b\\\":2}']", "['{\\\"b\\\":2, \\\"a\\\":1}']");
        differ("['{\\\"a\\\":1}']", "['{\\\"a\\\":2}']", "[0] (JSON in a string).a");
        differ("['{\\\"a\\\":1}']", "['{']", "[0]");
    }

    @Test
    void membersMayBeLeftOut() {
        sameness = new Sameness(ComparisonRules.defaults().ignoring("statistics"), uuids);
        same("{'a':1,'statistics':5}", "{'a':1,'statistics':[6]}");
        same("{'a':1,'statistics':5}", "{'a':1}");
        same("{'a':1}", "{'a':1,'statistics':5}");
        differ("{'a':1,'statistics':5}", "{'a':2,'statistics':5}", "a");
    }
}
