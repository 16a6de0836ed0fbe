package dev.ovsdb.protocol.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.rpc.Transact;
import dev.ovsdb.protocol.rpc.UnexpectedResultException;
import dev.ovsdb.protocol.vectors.Vectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TransactionOutcomeTest {
    private static final String INSERTED = "{\"uuid\":[\"uuid\",\"550e8400-e29b-41d4-a716-446655440000\"]}";
    private static final String VIOLATION =
            "{\"error\":\"constraint violation\",\"details\":\"no\",\"io-error\":5,\"syntax\":\"[]\"}";

    private final List<Operation> operations =
            List.of(Insert.into("Free").build(), Select.from("Free").everyRow().build());

    private TransactionOutcome outcome(String json) {
        return Transact.result(operations, Vectors.schema()).read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class Success {
        private final TransactionOutcome outcome = outcome("[" + INSERTED + ",{\"rows\":[{\"r\":1,\"n\":2}]}]");

        @Test
        void givesWhatEachOperationMade() {
            assertThat(outcome.requireSuccess()).isSameAs(outcome);
            assertThat(outcome.insertedUuid(0)).isEqualTo(UUID.fromString("550e8400-e29b-41d4-a716-446655440000"));
            assertThat(outcome.firstError()).isEmpty();
        }

        @Test
        void readsRowsByTheSchema() {
            assertThat(outcome.rows(1).get(0).require("r").asAtom()).isEqualTo(Atom.of(1.0));
        }

        @Test
        void doesNotTakeOneResultForAnother() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> outcome.count(0))
                    .withMessageContaining("operation 0 has no count");
        }
    }

    @Nested
    class Failure {
        @Test
        void e10OfAnOperationNamesItAndItsError() {
            TransactionOutcome outcome = outcome("[" + VIOLATION + ",null]");

            assertThat(outcome.succeeded()).isFalse();
            assertThat(outcome.commitError()).isEmpty();
            assertThat(outcome.results().get(1)).isEqualTo(new OperationResult.NotExecuted());
            assertThatExceptionOfType(TransactionFailedException.class)
                    .isThrownBy(outcome::requireSuccess)
                    .withMessage("operation 0 (insert Free) failed: constraint violation: no (syntax: [])")
                    .satisfies(e -> assertThat(e.operation()).contains(operations.get(0)));
        }

        @Test
        void e11OfTheCommitIsTheExtraElement() {
            TransactionOutcome outcome = outcome("[" + INSERTED + ",{\"rows\":[]}," + VIOLATION + "]");

            assertThat(outcome.succeeded()).isFalse();
            assertThat(outcome.results()).hasSize(2).noneMatch(OperationError.class::isInstance);
            assertThat(outcome.commitError()).isPresent().isEqualTo(outcome.firstError());
            assertThatExceptionOfType(TransactionFailedException.class)
                    .isThrownBy(outcome::requireSuccess)
                    .withMessageStartingWith("commit after 2 operations failed: constraint violation")
                    .satisfies(e -> assertThat(e.index()).isEqualTo(2));
        }

        @Test
        void keepsEveryMemberOfTheError() {
            OperationError error =
                    outcome("[" + VIOLATION + ",null]").firstError().orElseThrow();

            assertThat(error.tag()).isEqualTo(ErrorTag.CONSTRAINT_VIOLATION);
            assertThat(error.details()).contains("no");
            assertThat(error.syntax()).contains("[]");
            assertThat(error.others()).containsExactly(Map.entry("io-error", "5"));
        }

        @Test
        void keepsTheTextOfATagItDoesNotKnow() {
            OperationError error =
                    outcome("[{\"error\":\"brand new\"},null]").firstError().orElseThrow();

            assertThat(error.tag()).isEqualTo(ErrorTag.OTHER);
            assertThat(error.error()).isEqualTo("brand new");
        }
    }

    @Nested
    class Nonsense {
        @Test
        void isRefusedWithWhatWasExpectedAndFound() {
            assertRefused("{}", "an array");
            assertRefused("[3,null]", "an object");
            assertRefused("[{\"foo\":1},null]", "uuid, count, rows or error");
            assertRefused("[{}]", "2 results, one for each operation, not 1");
            assertRefused("[{},{},{}]", "no more than 2 results");
            assertRefused("[{},{}," + VIOLATION + "," + VIOLATION + "]", "no more than 2 results");
            assertRefused("[{\"uuid\":\"x\"},null]", "an array");
            assertRefused("[{},{}] x", "the end of the text");
            assertRefused("[{},", "ends too early");
        }

        private void assertRefused(String json, String expected) {
            assertThatExceptionOfType(UnexpectedResultException.class)
                    .isThrownBy(() -> outcome(json))
                    .withMessageContaining(expected)
                    .withMessageContaining("received " + json);
            assertThatExceptionOfType(UnexpectedResultException.class)
                    .isThrownBy(() -> Transact.result(operations, null, (index, row) -> {})
                            .read(List.of(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))))
                    .withMessageContaining("received " + json);
        }

        @Test
        void isQuotedOnlyInPart() {
            assertThatExceptionOfType(UnexpectedResultException.class)
                    .isThrownBy(() -> outcome("[\"" + "x".repeat(100_000) + "\"]"))
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
        }
    }

    @Test
    void streamedRowsComeBeforeTheEndOfTheResult() {
        List<String> names = new ArrayList<>();
        TransactionOutcomeReader reader = TransactionOutcomeReader.of(
                operations,
                null,
                (index, row) -> names.add(index + row.require("name").asString()));

        reader.feed(text("[" + INSERTED + ",{\"rows\":[{\"name\":\"a\"},{\"name\":\"b\"},{\"na"));
        assertThat(names).containsExactly("1a", "1b");
        reader.feed(text("me\":\"c\"}]}]"));

        assertThat(names).containsExactly("1a", "1b", "1c");
        assertThat(reader.finish().results().get(1)).isEqualTo(new OperationResult.Streamed(3));
    }

    @Test
    void aResultCutShortIsNoResult() {
        TransactionOutcomeReader reader = TransactionOutcomeReader.of(operations, null, (index, row) -> {});
        reader.feed(text("[" + INSERTED + ",{\"rows\":[]}"));

        assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(reader::finish);
    }

    @Test
    void writesWhatItReads() {
        String json = "[" + INSERTED + ",{\"rows\":[{\"n\":2}]},{\"syntax\":\"[]\",\"details\":\"no\","
                + "\"error\":\"constraint violation\",\"io-error\":5}]";
        JsonWriter writer = new JsonWriter();
        TransactionOutcomeReader.read(JsonReader.of(json.getBytes(StandardCharsets.UTF_8)), operations, null)
                .write(writer);

        assertThat(writer.toString()).isEqualTo(json);
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
