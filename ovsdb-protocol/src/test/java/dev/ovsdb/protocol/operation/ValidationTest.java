package dev.ovsdb.protocol.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.vectors.Vectors;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What validation refuses is what the reference server refuses without a look at its rows, and nothing else. */
class ValidationTest {
    private final DatabaseSchema schema = Vectors.schema();

    private List<Violation> violations(Operation... operations) {
        return Transaction.of("Vectors", operations).violations(schema);
    }

    private Violation only(Operation... operations) {
        List<Violation> violations = violations(operations);
        assertThat(violations).hasSize(1);
        return violations.get(0);
    }

    private void accepted(Operation... operations) {
        assertThat(violations(operations)).isEmpty();
    }

    private static Operation select(Condition condition) {
        return Select.from("Free").where(condition).build();
    }

    private static Operation mutate(Mutation mutation) {
        return Mutate.in("Free").everyRow().mutation(mutation).build();
    }

    @Test
    void aViolationNamesPlaceRuleAndValue() {
        Violation violation = only(
                new Comment("c"),
                Insert.into("Bridge").set("name", "b").set("prio", 101).build());

        assertThat(violation.index()).isEqualTo(1);
        assertThat(violation.op()).isEqualTo("insert");
        assertThat(violation.table()).contains("Bridge");
        assertThat(violation.column()).contains("prio");
        assertThat(violation.rule()).contains("100");
        assertThat(violation.value()).isEqualTo("101");
        assertThat(violation.toString()).startsWith("operation 1 (insert Bridge.prio): ");
    }

    @Test
    void everyFaultIsReported() {
        assertThatExceptionOfType(InvalidTransactionException.class)
                .isThrownBy(() -> Transaction.of(
                                "Vectors",
                                Insert.into("Nope").build(),
                                Insert.into("Free").set("zz", 1).set("n", "x").build())
                        .validate(schema))
                .satisfies(e -> assertThat(e.violations()).hasSize(3))
                .withMessageContaining("transaction on Vectors: operation 0 (insert Nope): ")
                .withMessageContaining("operation 1 (insert Free.zz): ")
                .withMessageContaining("operation 1 (insert Free.n): ");
    }

    @Nested
    class Rows {
        @Test
        void e50EnumerationsRangesAndLengthsHold() {
            assertThat(only(Insert.into("Bridge").set("mode", "foo").build()).column())
                    .contains("mode");
            assertThat(only(Insert.into("Free").set("e", "abcde").build()).column())
                    .contains("e");
            accepted(Insert.into("Free").set("e", "abcd").build());
        }

        @Test
        void e50AScalarIsExactlyOne() {
            only(Insert.into("Free").set("n", Datum.emptySet()).build());
            only(Insert.into("Free").set("n", Datum.set(Atom.of(1), Atom.of(2))).build());
        }

        @Test
        void aMapIsNoSet() {
            only(Insert.into("Free").set("m", "a").build());
            only(Insert.into("Free").set("s", Datum.stringMap(Map.of("a", "b"))).build());
        }

        @Test
        void anIntegerSuitsAReal() {
            accepted(Insert.into("Free").set("r", 1).build());
        }

        @Test
        void e31DefaultsOfAnInsertHoldToo() {
            DatabaseSchema strict = DatabaseSchema.parse("{\"name\":\"S\",\"version\":\"1.0.0\",\"tables\":{\"T\":{"
                    + "\"columns\":{\"n\":{\"type\":{\"key\":{\"type\":\"integer\",\"minInteger\":1}}}}}}}");
            Transaction empty = Transaction.of("S", Insert.into("T").build());
            Transaction given = Transaction.of("S", Insert.into("T").set("n", 1).build());

            assertThat(empty.violations(strict)).singleElement().satisfies(violation -> {
                assertThat(violation.column()).contains("n");
                assertThat(violation.rule()).startsWith("its default must be allowed");
            });
            assertThat(given.violations(strict)).isEmpty();
        }

        @Test
        void e49ImmutableColumnsCannotBeUpdated() {
            only(Update.in("Free").everyRow().set("_uuid", new UUID(0, 1)).build());
            only(Update.in("Limited").everyRow().set("imm", 3).build());
            accepted(Insert.into("Limited").set("imm", 3).build());
        }

        @Test
        void e29AStrongReferenceNeedsTheInsertItNames() {
            only(Insert.into("Limited").set("strong", Atom.named("f")).build());
            accepted(
                    Insert.into("Limited").set("strong", Atom.named("f")).build(),
                    Insert.into("Free").uuidName("f").build());
        }

        @Test
        void e29AWeakReferenceMayNameNothing() {
            accepted(Insert.into("Free").set("weak", Atom.named("nothing")).build());
        }

        @Test
        void e29AUuidNameOccursOnce() {
            Violation violation = only(
                    Insert.into("Free").uuidName("d").build(),
                    Insert.into("Free").uuidName("d").build());

            assertThat(violation.index()).isEqualTo(1);
            assertThat(violation.value()).isEqualTo("d");
        }
    }

    @Nested
    class Conditions {
        @Test
        void e36OrderNeedsANumberOrAnOptionalOne() {
            accepted(select(Condition.lessThan("n", 1)), select(Condition.greaterThanOrEqual("o", 1)));
            assertThat(only(select(Condition.of("name", Function.LESS_THAN, Datum.of("a"))))
                            .value())
                    .isEqualTo("<");
            only(select(Condition.lessThan("s", 1)));
        }

        @Test
        void e36OrderOnAnOptionalTakesOneValue() {
            only(select(Condition.of("o", Function.LESS_THAN, Datum.emptySet())));
        }

        @Test
        void includesTakesAnyPartOfWhatFits() {
            accepted(select(Condition.includes("ss", Datum.emptySet())));
            accepted(select(Condition.includes("ss", Datum.set(Atom.of("a"), Atom.of("b")))));
            only(select(Condition.includes("ss", Datum.set(Atom.of("a"), Atom.of("b"), Atom.of("c")))));
            only(select(Condition.includes("n", Datum.emptySet())));
        }

        @Test
        void excludesTakesAnyNumber() {
            accepted(select(Condition.excludes("ss", Datum.set(Atom.of("a"), Atom.of("b"), Atom.of("c")))));
            accepted(select(Condition.excludes("o", Datum.set(Atom.of(1), Atom.of(2)))));
        }

        @Test
        void valuesObeyTheConstraintsOfTheirColumn() {
            only(select(Condition.equal("e", "x")));
        }

        @Test
        void e29NamedUuidsStandForUuids() {
            accepted(select(Condition.namedUuid("x")));
            only(select(Condition.equal("n", Atom.named("x"))));
        }

        @Test
        void booleanClausesSuitEveryTable() {
            accepted(select(Condition.TRUE), select(Condition.FALSE));
        }

        @Test
        void columnsAreListedOnce() {
            only(Select.from("Free").everyRow().columns("n", "n").build());
            only(Select.from("Free").everyRow().columns("zz").build());
            only(Select.from("Free").everyRow().sortBy("zz").build());
            accepted(Select.from("Free")
                    .everyRow()
                    .columns("_uuid", "_version", "n")
                    .build());
        }
    }

    @Nested
    class Mutations {
        @Test
        void e35ArithmeticNeedsNumbersAndOneOperand() {
            accepted(mutate(Mutation.add("n", 1)), mutate(Mutation.multiply("s", 2)), mutate(Mutation.add("o", 4)));
            accepted(mutate(Mutation.divide("r", 2)));
            only(mutate(Mutation.modulo("r", 2)));
            only(mutate(Mutation.add("name", 1)));
            only(mutate(Mutation.add("m", 1)));
            only(mutate(new Mutation("s", Mutator.ADD, Datum.set(Atom.of(1), Atom.of(2)))));
        }

        @Test
        void e35InsertAndDeleteNeedMoreThanAScalar() {
            accepted(mutate(Mutation.insert("o", 4)), mutate(Mutation.delete("s", 4)));
            only(mutate(Mutation.insert("name", "x")));
        }

        @Test
        void e35AMapLosesKeysOrPairs() {
            accepted(mutate(Mutation.delete("m", "key")));
            accepted(mutate(Mutation.delete("m", Datum.stringMap(Map.of("a", "b")))));
            accepted(mutate(Mutation.insert("m", Datum.stringMap(Map.of("a", "b")))));
            only(mutate(Mutation.insert("m", "key")));
        }

        @Test
        void anInsertedSetFitsTheColumnAndADeletedOneNeedNot() {
            Datum three = Datum.set(Atom.of("x"), Atom.of("y"), Atom.of("z"));

            only(mutate(Mutation.insert("ss", three)));
            accepted(mutate(Mutation.delete("ss", three)));
        }

        @Test
        void immutableColumnsStay() {
            only(Mutate.in("Limited")
                    .everyRow()
                    .mutation(Mutation.add("imm", 1))
                    .build());
            only(mutate(Mutation.add("_version", 1)));
        }
    }

    @Test
    void e51RowsOfAWaitMayHaveColumnsThatAreNotCompared() {
        accepted(Wait.on("Free")
                .everyRow()
                .columns("name")
                .untilEqual(Row.builder().put("name", "a").put("n", 9).build())
                .forEver()
                .build());
        only(Wait.on("Free")
                .everyRow()
                .columns("name")
                .untilEqual(Row.builder().put("zz", "a").build())
                .forEver()
                .build());
    }

    @Test
    void everyPartOfEveryOperationIsLookedAt() {
        Condition nowhere = Condition.equal("nope", 1);
        Row row = Row.builder().put("nope", 1).build();
        for (Operation operation : List.of(
                Insert.into("Free").set("nope", 1).build(),
                select(nowhere),
                Select.from("Free").everyRow().columns("nope").build(),
                Update.in("Free").where(nowhere).build(),
                Update.in("Free").everyRow().set("nope", 1).build(),
                Mutate.in("Free").where(nowhere).build(),
                mutate(Mutation.add("nope", 1)),
                Delete.from("Free").where(nowhere).build(),
                Wait.on("Free").where(nowhere).untilEqual().forEver().build(),
                Wait.on("Free")
                        .everyRow()
                        .columns("nope")
                        .untilEqual()
                        .forEver()
                        .build(),
                Wait.on("Free").everyRow().untilEqual(row).forEver().build())) {
            Violation violation = only(operation);
            assertThat(violation.op()).isEqualTo(operation.op());
            assertThat(violation.table()).contains("Free");
            assertThat(violation.toString()).as("%s", operation).contains("nope");
        }
    }
}
