package dev.ovsdb.protocol.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BuildersTest {
    private static final UUID ROW = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");

    @Test
    void insertNamesItsRowAndSetsColumnsOfEveryKind() {
        Operation insert = Insert.into("Bridge")
                .uuid(ROW)
                .uuidName("br")
                .set("name", "br0")
                .set("tag", 5)
                .set("rate", 0.5)
                .set("up", true)
                .set("ports", List.of(Atom.named("p1"), Atom.named("p2")))
                .set("ids", Datum.stringMap(Map.of("a", "b")))
                .build();

        assertThat(insert.toJson())
                .isEqualTo("{\"op\":\"insert\",\"table\":\"Bridge\",\"uuid\":\"550e8400-e29b-41d4-a716-446655440000\","
                        + "\"uuid-name\":\"br\",\"row\":{\"name\":\"br0\",\"tag\":5,\"rate\":0.5,\"up\":true,"
                        + "\"ports\":[\"set\",[[\"named-uuid\",\"p1\"],[\"named-uuid\",\"p2\"]]],"
                        + "\"ids\":[\"map\",[[\"a\",\"b\"]]]}}");
    }

    @Test
    void aUuidNameIsAnId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Insert.into("T").uuidName("1 x").build())
                .withMessageContaining("uuid-name")
                .withMessageContaining("\"1 x\"");
    }

    @Test
    void aLockNameIsAnId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assert("no lock"))
                .withMessageContaining("\"no lock\"");
    }

    @Nested
    class WhichRows {
        @Test
        void everyRowMustBeSaid() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Delete.from("Bridge").build())
                    .withMessage("delete Bridge: call where(...) or everyRow()");
            assertThatIllegalStateException().isThrownBy(() -> Select.from("T").build());
            assertThatIllegalStateException().isThrownBy(() -> Update.in("T").build());
            assertThatIllegalStateException().isThrownBy(() -> Mutate.in("T").build());
        }

        @Test
        void anEmptyListOfConditionsIsNoChoice() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Delete.from("T").where(List.of()).build());
        }

        @Test
        void conditionsAddUp() {
            Operation delete = Delete.from("T")
                    .where(Condition.equal("name", "a"))
                    .where(Condition.greaterThan("n", 1), Condition.FALSE)
                    .build();

            assertThat(delete.toJson())
                    .isEqualTo("{\"op\":\"delete\",\"table\":\"T\","
                            + "\"where\":[[\"name\",\"==\",\"a\"],[\"n\",\">\",1],false]}");
        }

        @Test
        void everyRowForgetsConditions() {
            Delete delete = Delete.from("T").where(Condition.FALSE).everyRow().build();

            assertThat(delete.where()).isEmpty();
        }
    }

    @Nested
    class HowLongToWait {
        private final Wait.Builder wait =
                Wait.on("T").everyRow().columns("name").untilEqual(row("a"));

        @Test
        void mustBeSaid() {
            assertThatIllegalStateException().isThrownBy(wait::build).withMessageContaining("forEver()");
        }

        @Test
        void forEverIsNoTimeoutAtAll() {
            assertThat(wait.forEver().build().toJson()).doesNotContain("timeout");
        }

        @Test
        void zeroTestsAtOnce() {
            assertThat(wait.timeout(Duration.ZERO).build().toJson()).contains("\"timeout\":0");
        }

        @Test
        void isWholeMillisecondsAndNotNegative() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wait.timeout(Duration.ofMillis(-1)).build());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wait.timeout(Duration.ofNanos(1)).build());
        }

        private Row row(String name) {
            return Row.builder().put("name", name).build();
        }
    }

    @Test
    void theComparisonOfAWaitMustBeSaid() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Wait.on("T").everyRow().forEver().build())
                .withMessageContaining("untilEqual");
    }

    @Test
    void selectDistinguishesAllColumnsFromNone() {
        assertThat(Select.from("T").everyRow().build().toJson()).doesNotContain("columns");
        assertThat(Select.from("T").everyRow().columns().build().toJson()).contains("\"columns\":[]");
    }

    @Test
    void anOperationDoesNotChangeWithItsBuilder() {
        Mutate.Builder builder = Mutate.in("T").everyRow().mutation(Mutation.add("n", 1));
        Mutate before = builder.build();
        builder.mutation(Mutation.modulo("n", 2)).where(Condition.FALSE);

        assertThat(before.mutations()).containsExactly(Mutation.add("n", 1));
        assertThat(before.where()).isEmpty();
    }

    @Test
    void aTransactionGathersInOrder() {
        Transaction transaction = Transaction.on("db").add(new Abort()).addAll(List.of(new Comment("c")));
        transaction.prepend(new Assert("leader"));

        assertThat(transaction.size()).isEqualTo(3);
        assertThat(transaction.database()).isEqualTo("db");
        assertThat(transaction.operations()).containsExactly(new Assert("leader"), new Abort(), new Comment("c"));
    }
}
