package dev.ovsdb.protocol.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.vectors.Equality;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What transactions and their outcomes tell of themselves. */
class OutcomeValuesTest {
    private static final OperationError ERROR = OperationError.of(ErrorTag.ABORTED, "aborted by request");
    private static final List<Operation> OPERATIONS = List.of(
            new Comment("c"),
            Update.in("T").everyRow().set("n", 1).build(),
            Insert.into("T").build());

    private static TransactionOutcome outcome(long count) {
        return TransactionOutcome.of(
                OPERATIONS,
                List.of(
                        new OperationResult.Done(),
                        new OperationResult.Count(count),
                        new OperationResult.Inserted(new UUID(0, 1))),
                null);
    }

    private static TransactionOutcome failed() {
        return TransactionOutcome.of(
                OPERATIONS, List.of(new OperationResult.Done(), ERROR, new OperationResult.NotExecuted()), null);
    }

    private static TransactionOutcome failedAtCommit() {
        return TransactionOutcome.of(OPERATIONS, outcome(2).results(), ERROR);
    }

    @Test
    void outcomesAreEqualIfAllResultsAre() {
        Equality.holdsFor(outcome(2), outcome(2), outcome(3), failed(), failedAtCommit());
        assertThat(failedAtCommit().toString()).contains("commit failed", "aborted");
        assertThat(outcome(2).toString()).contains("2").doesNotContain("commit failed");
    }

    @Test
    void eachResultIsTakenForWhatItIs() {
        assertThat(outcome(2).count(1)).isEqualTo(2);
        assertThat(outcome(2).insertedUuid(2)).isEqualTo(new UUID(0, 1));
        assertThat(outcome(2).succeeded()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> outcome(2).count(2)).withMessageContaining("operation 2");
    }

    @Test
    void aFailureTellsOperationAndError() {
        assertThatExceptionOfType(TransactionFailedException.class)
                .isThrownBy(() -> failed().requireSuccess())
                .withMessage("operation 1 (update T) failed: " + ERROR.describe())
                .satisfies(e -> {
                    assertThat(e.error()).isEqualTo(ERROR);
                    assertThat(e.index()).isEqualTo(1);
                    assertThat(e.operation()).contains(OPERATIONS.get(1));
                });
        assertThatExceptionOfType(TransactionFailedException.class)
                .isThrownBy(() -> failedAtCommit().requireSuccess())
                .withMessageStartingWith("commit after 3 operations failed: ")
                .satisfies(e -> assertThat(e.operation()).isEmpty());
        assertThat(Place.of(4, null)).isEqualTo("operation 4");
        assertThat(Place.of(0, OPERATIONS.get(0))).isEqualTo("operation 0 (comment)");
    }

    @Test
    void everyOperationKnowsWhatItIsCalled() {
        assertThat(List.of(
                        new Abort(),
                        new Assert("l"),
                        new Comment("c"),
                        new Commit(true),
                        Insert.into("T").build(),
                        Delete.from("T").everyRow().build(),
                        Update.in("T").everyRow().build(),
                        Mutate.in("T").everyRow().build(),
                        Select.from("T").everyRow().build(),
                        Wait.on("T")
                                .everyRow()
                                .columns("n")
                                .untilNotEqual(Row.empty())
                                .forEver()
                                .build()))
                .extracting(Operation::op)
                .containsExactly(
                        "abort", "assert", "comment", "commit", "insert", "delete", "update", "mutate", "select",
                        "wait");
    }

    @Test
    void aWaitMayBeForADifference() {
        Wait wait = Wait.on("T")
                .everyRow()
                .columns("n")
                .untilNotEqual(Row.builder().put("n", 1).build())
                .forEver()
                .build();
        assertThat(wait.until()).isEqualTo(Wait.Until.NOT_EQUAL);
        assertThat(wait.rows()).containsExactly(Row.builder().put("n", 1).build());
    }

    @Test
    void wholeRowsAreSetColumnByColumn() {
        Row row = Row.builder().put("a", 1).put("b", "x").build();
        assertThat(Insert.into("T").setAll(row).set("a", 2).build().row())
                .isEqualTo(Row.builder().put("a", 2).put("b", "x").build());
        assertThat(Update.in("T").everyRow().setAll(row).build().row()).isEqualTo(row);
    }

    @Test
    void aTransactionShowsWhatIsSent() {
        Transaction transaction = Transaction.on("db");
        assertThat(transaction.isEmpty()).isTrue();
        transaction.add(new Abort());
        assertThat(transaction.isEmpty()).isFalse();
        assertThat(transaction.size()).isEqualTo(1);
        assertThat(transaction).hasToString("transact [\"db\",{\"op\":\"abort\"}]");
        transaction.add(new Comment("x".repeat(10_000)));
        assertThat(transaction.toString()).hasSizeLessThan(1_000).endsWith("characters)");
    }

    @ParameterizedTest // E28, E32
    @CsvSource(
            delimiter = ';',
            value = {
                "{'op':'nothing'}; SYNTAX_ERROR; nothing",
                "{'op':'insert','table':'T','row':{'a':['set',[1,1]]}}; OVSDB_ERROR; a",
            })
    void e32WhatIsNoOperationIsRefusedWithTagAndDetails(String json, ErrorTag tag, String details) {
        JsonReader reader = JsonReader.of(
                ("[\"db\",{\"op\":\"abort\"}," + json.replace('\'', '"') + "]").getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Transaction.read(reader, name -> null))
                .satisfies(e -> {
                    assertThat(e.tag()).isEqualTo(tag);
                    assertThat(e.details()).startsWith("operation 1: ").contains(details);
                    assertThat(e).hasMessage(tag.text() + ": " + e.details());
                });
    }
}
