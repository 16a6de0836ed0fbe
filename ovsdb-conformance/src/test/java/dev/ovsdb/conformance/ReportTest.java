package dev.ovsdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The forms of a report tell the same. */
class ReportTest {
    private static final CaseResult PASSED = result("E01-good", Feature.ERRORS, Outcome.PASSED, "");
    private static final CaseResult FAILED =
            result("E02-bad", Feature.LOCKS, Outcome.FAILED, "A rule.\n  expected  {\"a\":\"<\u0001>\"}\n");
    private static final CaseResult DIFFERS = result("E03-odd", Feature.LOCKS, Outcome.DIFFERS, "as X: so it is");
    private static final CaseResult WITHOUT = result("E04-more", Feature.CONVERT, Outcome.NOT_OFFERED, "no convert");
    private static final CaseResult UNPLAYED = result("E05-far", Feature.WAIT, Outcome.NOT_RUN, "needs a database");

    private final Report report = new Report(List.of(
            new Judgement("one", "tcp:192.0.2.1:6640", List.of(PASSED, FAILED, DIFFERS, WITHOUT, UNPLAYED)),
            new Judgement("two", "tcp:192.0.2.2:6640", List.of(PASSED))));

    private static CaseResult result(String name, Feature feature, Outcome outcome, String message) {
        return new CaseResult(
                new ConformanceCase(name, "Title", "RFC 7047, 4", feature, Profile.RFC7047, "A rule."),
                outcome,
                message,
                List.of());
    }

    @Test
    void aFailureIsAFailureOfTheWhole() {
        assertThat(report.passed()).isFalse();
        assertThat(report.of("two").passed()).isTrue();
        assertThatThrownBy(report::requirePassed)
                .isInstanceOf(AssertionError.class)
                .hasMessage(report.text());
        assertThat(new Report(List.of(report.of("two"))).passed()).isTrue();
    }

    @Test
    void textSaysWhatFailedWhyOthersDidNotRunAndEndsInAMatrix() {
        assertThat(report.text())
                .contains("FAILED one: E02-bad\n  A rule.\n    expected  {\"a\":\"<\u0001>\"}\n")
                .contains("differs, known: E03-odd\n  as X: so it is\n")
                .contains("not offered: 1, no convert\n  E04-more\n")
                .contains("not run: 1, needs a database\n  E05-far\n")
                .contains("one (tcp:192.0.2.1:6640): 1 passed; 1 differs, known; 1 not offered; 1 not run; 1 failed\n")
                .endsWith("""
                        feature  one          two
                        errors   1/1          1/1
                        wait     not run      \s
                        locks    0/2 ~1       \s
                        convert  not offered  \s
                        """.replaceAll(" *\n", "\n"));
    }

    @Test
    void junitCountsWhatIsKnownOrNotPlayedAsSkipped() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(report.junitXml())));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("3");
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getTextContent()).contains("{\"a\":\"<?>\"}"); // XML has no such character.
        Element skipped = (Element) xml.getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message")).isEqualTo("differs, known: as X: so it is");
        assertThat(((Element) failure.getParentNode()).getAttribute("classname")).isEqualTo("one.locks");
    }

    @Test
    void htmlHasTheMatrixAndOpensWhatFailed() {
        assertThat(report.html())
                .contains("<th>feature</th><th>one</th><th>two</th>")
                .contains("<td class=\"failed\">0/2 ~1</td><td class=\"none\"></td>")
                .contains("<td class=\"passed\">1/1</td><td class=\"passed\">1/1</td>")
                .contains("<details open><summary class=\"failed\">failed: E02-bad</summary>")
                .contains("{&quot;a&quot;:&quot;&lt;?&gt;&quot;}")
                .doesNotContain("src=", "href=");
    }
}
