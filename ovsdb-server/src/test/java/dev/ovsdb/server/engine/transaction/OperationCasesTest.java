package dev.ovsdb.server.engine.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.cases.CaseFile;
import dev.ovsdb.server.cases.CaseFile.Case;
import dev.ovsdb.server.cases.CaseFile.Exchange;
import dev.ovsdb.server.cases.Masking;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every answer is what the reference gives. */
class OperationCasesTest {
    static final List<String> FILES = CaseFile.NAMES;

    @ParameterizedTest
    @FieldSource("FILES")
    void answersAsTheReference(String file) {
        List<String> differences = new ArrayList<>();
        for (Case each : CaseFile.read(file).cases()) {
            run(each, differences);
        }
        assertThat(differences).isEmpty();
    }

    private static void run(Case each, List<String> differences) {
        TestDatabase database = new TestDatabase(CaseFile.schema());
        Masking masking = new Masking();
        for (Exchange exchange : each.exchanges()) {
            masking.request(exchange.request());
            String answer = answer(database, masking, exchange.request());
            if (!answer.equals(exchange.answer())) {
                differences.add(each.name() + "\n> " + exchange.request() + "\nexpected " + exchange.answer()
                        + "\nbut was  " + answer + "\n");
            }
        }
    }

    private static String answer(TestDatabase database, Masking masking, String request) {
        try {
            TransactRequest parsed = database.parse(request);
            return parsed.refusal() != null
                    ? masking.error(parsed.refusal())
                    : masking.result(database.execute(parsed).toJson().toValue());
        } catch (RuntimeException | AssertionError e) {
            return e.toString();
        }
    }
}
