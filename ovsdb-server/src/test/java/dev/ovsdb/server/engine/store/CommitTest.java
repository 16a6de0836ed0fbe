package dev.ovsdb.server.engine.store;

import static dev.ovsdb.server.engine.store.Scene.committed;
import static dev.ovsdb.server.engine.store.Scene.refs;
import static dev.ovsdb.server.engine.store.Scene.rejected;
import static dev.ovsdb.server.engine.store.Scene.set;
import static dev.ovsdb.server.engine.store.Scene.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.cases.Rounds;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.engine.store.CommitResult.Unchanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of a commit, each with the reference server's words. */
class CommitTest {
    private final Scene scene = new Scene();
    private final DatabaseStore store = scene.store;

    private StoreTransaction begin() {
        return store.begin();
    }

    private TableRow cage(StoreTransaction transaction, String name, Object... columns) {
        TableRow row = scene.insert(transaction, scene.cages, columns);
        set(transaction, row, "name", Datum.of(name));
        set(transaction, row, "place", Datum.of(name));
        return row;
    }

    private TableRow animal(StoreTransaction transaction, Object... columns) {
        return scene.insert(transaction, scene.animals, columns);
    }

    private static String details(OperationError error) {
        return error.details().orElseThrow();
    }

    @Nested
    class Changes {
        @Test
        void aNewRowKeepsTheVersionThatItsTransactionSaw() {
            StoreTransaction transaction = begin();
            TableRow row = cage(transaction, "a");
            UUID seen = transaction.version(row);
            committed(transaction);
            assertThat(row.head().version()).isEqualTo(seen);
        }

        @Test
        void aChangedRowGetsANewVersionAndAnUntouchedOneDoesNot() {
            StoreTransaction first = begin();
            TableRow a = cage(first, "a");
            TableRow b = cage(first, "b");
            committed(first);
            UUID ofA = a.head().version();
            UUID ofB = b.head().version();
            StoreTransaction second = begin();
            set(second, a, "status", Datum.of("open"));
            assertThat(second.version(a)).isEqualTo(ofA);
            committed(second);
            assertThat(a.head().version()).isNotEqualTo(ofA);
            assertThat(b.head().version()).isEqualTo(ofB);
        }

        @Test
        void nothingIsMadeOfValuesThatAreAgainAsBefore() {
            StoreTransaction first = begin();
            TableRow row = cage(first, "a");
            Version version = committed(first);
            StoreTransaction second = begin();
            set(second, row, "status", Datum.of("open"));
            set(second, row, "status", Datum.of(""));
            assertThat(second.commit()).isInstanceOf(Unchanged.class);
            assertThat(store.headVersion()).isEqualTo(version.number());
        }

        @Test
        void nothingIsMadeOfARowThatCameAndWent() {
            StoreTransaction transaction = begin();
            TableRow row = cage(transaction, "a");
            transaction.delete(row);
            assertThat(transaction.isTaken(scene.cages, row.uuid())).isFalse();
            assertThat(transaction.commit()).isInstanceOf(Unchanged.class);
            assertThat(scene.cages.find(row.uuid())).isNull();
        }

        @Test
        void changesComeInTheOrderOfTheTransactionAndHoldBothImages() {
            StoreTransaction first = begin();
            TableRow a = cage(first, "a");
            TableRow b = cage(first, "b");
            Version version = committed(first);
            assertThat(version.changes()).extracting(RowChange::uuid).containsExactly(a.uuid(), b.uuid());
            StoreTransaction second = begin();
            second.delete(b);
            set(second, a, "row", Datum.of(7));
            List<RowChange> changes = committed(second).changes();
            assertThat(changes).extracting(RowChange::uuid).containsExactly(b.uuid(), a.uuid());
            assertThat(changes.get(0).isDelete()).isTrue();
            assertThat(changes.get(1).before().value(Scene.column(scene.cages, "row")))
                    .isEqualTo(Datum.of(0));
            assertThat(changes.get(1).after()).isSameAs(a.head());
        }

        @Test
        void onlyEphemeralColumnsNeedNotBeStored() {
            StoreTransaction first = begin();
            TableRow row = cage(first, "a");
            assertThat(committed(first).ephemeralOnly()).isFalse();
            StoreTransaction second = begin();
            set(second, row, "status", Datum.of("open"));
            assertThat(committed(second).ephemeralOnly()).isTrue();
            StoreTransaction third = begin();
            set(third, row, "status", Datum.of("shut"));
            set(third, row, "row", Datum.of(5));
            assertThat(committed(third).ephemeralOnly()).isFalse();
        }

        @Test
        void aUuidThatWasDeletedIsTakenUntilTheTransactionEnds() {
            StoreTransaction first = begin();
            TableRow row = cage(first, "a");
            committed(first);
            StoreTransaction second = begin();
            second.delete(row);
            assertThat(second.find(scene.cages, row.uuid())).isNull();
            assertThat(second.isTaken(scene.cages, row.uuid())).isTrue();
            assertThatThrownBy(() -> second.insert(scene.cages, row.uuid(), Scene.defaults(scene.cages)))
                    .isInstanceOf(IllegalArgumentException.class);
            committed(second);
            StoreTransaction third = begin();
            assertThat(third.isTaken(scene.cages, row.uuid())).isFalse();
            assertThat(third.insert(scene.cages, row.uuid(), Scene.defaults(scene.cages)))
                    .isSameAs(row);
            committed(third);
        }

        @Test
        void anActionMayChangeWhatItWalks() {
            StoreTransaction first = begin();
            for (int i = 0; i < 100; i++) {
                cage(first, "cage " + i);
            }
            committed(first);
            StoreTransaction second = begin();
            int[] seen = new int[1];
            second.forEachRow(scene.cages, row -> {
                seen[0]++;
                second.delete(row);
                cage(second, "new " + seen[0]);
            });
            assertThat(seen[0]).isEqualTo(100);
            committed(second);
            assertThat(scene.cages.size()).isEqualTo(100);
        }
    }

    @Nested
    class StrongReferencesRule {
        @Test
        void aReferenceToNothingIsRefused() {
            StoreTransaction transaction = begin();
            TableRow cage = cage(transaction, "a", "animals", Datum.of(Scene.id(99)));
            assertThat(rejected(transaction))
                    .isEqualTo(new OperationError(
                            "referential integrity violation",
                            "Table Cage column animals row " + cage.uuid() + " references nonexistent row "
                                    + Scene.id(99) + " in table Animal.",
                            null,
                            Map.of()));
            assertThat(store.rows()).isZero();
        }

        @Test
        void aRowIsNotDeletedWhileOthersReferToIt() {
            StoreTransaction first = begin();
            TableRow animal = animal(first);
            cage(first, "a", "animals", refs(animal));
            cage(first, "b", "animals", refs(animal));
            committed(first);
            StoreTransaction second = begin();
            second.delete(animal);
            OperationError error = rejected(second);
            assertThat(error.error()).isEqualTo("referential integrity violation");
            assertThat(details(error))
                    .isEqualTo("cannot delete Animal row " + animal.uuid() + " because of 2 remaining reference(s)");
            assertThat(animal.head()).isNotNull();
        }

        @Test
        void whatNothingRefersToGoesAndWhatOnlyThatReferredTo() {
            StoreTransaction first = begin();
            TableRow last = animal(first);
            TableRow middle = animal(first, "friend", refs(last));
            TableRow cage = cage(first, "a", "animals", refs(middle));
            animal(first, "kind", Datum.of("nobody's"));
            assertThat(committed(first).changes()).hasSize(3);
            StoreTransaction second = begin();
            set(second, cage, "animals", Datum.emptySet());
            assertThat(committed(second).changes())
                    .extracting(RowChange::isDelete)
                    .containsExactly(false, true, true);
            assertThat(scene.animals.size()).isZero();
            assertThat(middle.head()).isNull();
        }

        @Test
        void aLongChainGoesAtOnce() {
            StoreTransaction first = begin();
            TableRow next = animal(first);
            int length = Rounds.of(50_000);
            for (int i = 0; i < length; i++) {
                next = animal(first, "friend", refs(next));
            }
            TableRow cage = cage(first, "a", "animals", refs(next));
            committed(first);
            assertThat(scene.animals.size()).isEqualTo(length + 1);
            StoreTransaction second = begin();
            second.delete(cage);
            committed(second);
            assertThat(scene.animals.size()).isZero();
        }

        @Test
        void aCircleStaysAsInTheReferenceButARowsOwnReferenceDoesNotHoldIt() {
            StoreTransaction first = begin();
            TableRow a = animal(first);
            TableRow b = animal(first, "friend", refs(a));
            set(first, a, "friend", refs(b));
            TableRow alone = animal(first);
            set(first, alone, "friend", refs(alone));
            committed(first);
            assertThat(scene.animals.size()).isEqualTo(2);
            assertThat(alone.head()).isNull();
        }

        @Test
        void oneElementMoreOfAGreatManyTouchesOneRow() {
            StoreTransaction first = begin();
            TableRow[] all = new TableRow[5000];
            for (int i = 0; i < all.length; i++) {
                all[i] = animal(first);
            }
            TableRow cage = cage(first, "a", "animals", refs(all));
            committed(first);
            StoreTransaction second = begin();
            TableRow more = animal(second);
            Datum now = ((SetDatum) value(cage, "animals"))
                    .plus(Atom.of(more.uuid()))
                    .after();
            set(second, cage, "animals", now);
            committed(second);
            assertThat(second.edits()).hasSize(2);
            assertThat(more.references).isEqualTo(1);
        }
    }

    @Nested
    class MaxRowsRule {
        @Test
        void oneTooMany() {
            StoreTransaction transaction = begin();
            TableRow cage = cage(transaction, "a");
            for (int i = 0; i < 4; i++) {
                scene.insert(transaction, scene.signs, "cage", refs(cage));
            }
            OperationError error = rejected(transaction);
            assertThat(error.error()).isEqualTo("constraint violation");
            assertThat(details(error))
                    .isEqualTo("transaction causes \"Sign\" table to contain 4 rows, greater than the schema-defined"
                            + " limit of 3 row(s)");
        }

        @Test
        void oneInPlaceOfAnotherIsNotTooMany() {
            StoreTransaction first = begin();
            TableRow cage = cage(first, "a");
            TableRow sign = scene.insert(first, scene.signs, "cage", refs(cage));
            scene.insert(first, scene.signs, "cage", refs(cage));
            scene.insert(first, scene.signs, "cage", refs(cage));
            committed(first);
            StoreTransaction second = begin();
            scene.insert(second, scene.signs, "cage", refs(cage));
            second.delete(sign);
            committed(second);
            assertThat(scene.signs.size()).isEqualTo(3);
        }
    }

    @Nested
    class WeakReferencesRule {
        @Test
        void goWithTheirRowInSetsKeysAndValues() {
            StoreTransaction first = begin();
            TableRow kept = animal(first);
            TableRow goes = animal(first);
            TableRow afraid = animal(first, "fears", Datum.map(Map.of(Atom.of("day"), Atom.of(goes.uuid()))));
            TableRow holder = cage(first, "a", "animals", refs(kept, afraid), "visitors", refs(kept, goes));
            TableRow other = cage(first, "b", "animals", refs(goes));
            set(first, afraid, "seen", Datum.map(Map.of(Atom.of(other.uuid()), Atom.of("once"))));
            committed(first);
            assertThat(store.weakReferences()).isEqualTo(4);
            StoreTransaction second = begin();
            second.delete(other);
            Version version = committed(second);
            assertThat(version.changes())
                    .extracting(RowChange::uuid)
                    .containsExactlyInAnyOrder(other.uuid(), goes.uuid(), holder.uuid(), afraid.uuid());
            assertThat(value(holder, "visitors")).isEqualTo(refs(kept));
            assertThat(value(afraid, "fears")).isEqualTo(Datum.emptyMap());
            assertThat(value(afraid, "seen")).isEqualTo(Datum.emptyMap());
            assertThat(store.weakReferences()).isEqualTo(1);
        }

        @Test
        void goAlsoWhereTheRowWasChangedBeforeItsTargetWent() {
            StoreTransaction first = begin();
            TableRow animal = animal(first);
            TableRow holder = cage(first, "a", "animals", refs(animal), "visitors", refs(animal));
            committed(first);
            StoreTransaction second = begin();
            set(second, holder, "row", Datum.of(3));
            set(second, holder, "animals", Datum.emptySet());
            committed(second);
            assertThat(value(holder, "visitors")).isEqualTo(Datum.emptySet());
        }

        @Test
        void toNothingAreDroppedSilentlyAndCountAsAChange() {
            StoreTransaction first = begin();
            TableRow cage = cage(first, "a", "visitors", Datum.of(Scene.id(99)));
            committed(first);
            assertThat(value(cage, "visitors")).isEqualTo(Datum.emptySet());
            UUID version = cage.head().version();
            StoreTransaction second = begin();
            set(second, cage, "visitors", Datum.of(Scene.id(99)));
            assertThat(committed(second).changes()).hasSize(1);
            assertThat(cage.head().version()).isNotEqualTo(version);
        }

        @Test
        void mayNotLeaveAColumnEmptyThatMustNotBe() {
            StoreTransaction first = begin();
            TableRow cage = cage(first, "a");
            TableRow sign = scene.insert(first, scene.signs, "cage", refs(cage));
            committed(first);
            StoreTransaction second = begin();
            second.delete(cage);
            assertThat(details(rejected(second)))
                    .isEqualTo("Deletion of 1 weak reference(s) to deleted (or never-existing) rows from column"
                            + " \"cage\" in \"Sign\" row " + sign.uuid()
                            + " caused this column to become empty, but constraints on this column disallow an empty"
                            + " column.");
            assertThat(value(sign, "cage")).isEqualTo(refs(cage));
        }

        @Test
        void ofANewRowThatLeadNowhere() {
            StoreTransaction transaction = begin();
            TableRow sign = scene.insert(
                    transaction, scene.signs, "cage", Datum.set(Atom.of(Scene.id(98)), Atom.of(Scene.id(99))));
            assertThat(details(rejected(transaction)))
                    .isEqualTo("Deletion of 2 weak reference(s) to deleted (or never-existing) rows from column"
                            + " \"cage\" in \"Sign\" row " + sign.uuid()
                            + " (inserted within this transaction) caused this column to become empty, but constraints"
                            + " on this column disallow an empty column.");
        }

        @Test
        void ofANewRowThatHasTheDefault() {
            StoreTransaction transaction = begin();
            TableRow sign = scene.insert(transaction, scene.signs);
            assertThat(details(rejected(transaction)))
                    .isEqualTo("Weak reference column \"cage\" in \"Sign\" row " + sign.uuid()
                            + " (inserted within this transaction) contained all-zeros UUID (probably as the default"
                            + " value for this column) but deleting this value caused a constraint volation because"
                            + " this column is not allowed to be empty.");
        }
    }

    @Nested
    class WhatIsAskedTooLateOrOfNobody {
        @Test
        void aTransactionThatHasEndedTakesNothingMore() {
            StoreTransaction transaction = begin();
            TableRow row = cage(transaction, "a");
            committed(transaction);
            transaction.abort();
            assertThat(row.head()).isNotNull();
            assertThatIllegalStateException().isThrownBy(transaction::commit).withMessageContaining("has ended");
            assertThatIllegalStateException().isThrownBy(() -> transaction.delete(row));
            assertThatIllegalStateException().isThrownBy(() -> cage(transaction, "b"));
            assertThat(store.rows()).isEqualTo(1);
        }

        @Test
        void thereIsOneTransactionAtATime() {
            StoreTransaction transaction = begin();
            assertThatIllegalStateException().isThrownBy(store::begin);
            assertThatIllegalStateException().isThrownBy(store::fallBack).withMessageContaining("is under way");
            transaction.abort();
            begin().abort();
        }

        @Test
        void aRowThatIsNotThereIsNotChanged() {
            StoreTransaction first = begin();
            TableRow row = cage(first, "a");
            TableRow undone = cage(first, "b");
            first.delete(undone);
            assertThatIllegalArgumentException().isThrownBy(() -> set(first, undone, "name", Datum.of("c")));
            committed(first);
            StoreTransaction second = begin();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> second.version(undone))
                    .withMessage("Cage row " + undone.uuid() + " is not there");
            assertThatIllegalArgumentException().isThrownBy(() -> second.delete(undone));
            second.delete(row);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> second.delete(row))
                    .withMessage("Cage row " + row.uuid() + " is not there");
            committed(second);
            assertThat(store.rows()).isZero();
        }

        @Test
        void aUuidIsTakenWhileItsRowIsThereOrWasWhenTheTransactionBegan() {
            StoreTransaction first = begin();
            TableRow row = cage(first, "a");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scene.insert(first, scene.cages, row.uuid()))
                    .withMessage("there is a row " + row.uuid() + " in table Cage");
            first.delete(row);
            assertThat(Scene.insert(first, scene.cages, row.uuid(), "name", Datum.of("b")))
                    .isSameAs(row);
            committed(first);
            assertThat(value(row, "name")).isEqualTo(Datum.of("b"));
            StoreTransaction second = begin();
            second.delete(row);
            assertThat(second.isTaken(scene.cages, row.uuid())).isTrue();
            committed(second);
            assertThat(begin().isTaken(scene.cages, row.uuid())).isFalse();
        }

        @Test
        void rowsThatAreInsertedMeanwhileAreNotHandedOver() {
            StoreTransaction first = begin();
            for (int i = 0; i < 5; i++) {
                cage(first, "cage " + i, "row", Datum.of(i));
            }
            committed(first);
            StoreTransaction second = begin();
            TableRow sixth = cage(second, "sixth", "row", Datum.of(6));
            List<TableRow> seen = new ArrayList<>();
            second.forEachRow(scene.cages, row -> {
                seen.add(row);
                cage(second, "another " + seen.size(), "row", Datum.of(100 + seen.size()));
                if (seen.size() == 3) {
                    second.delete(row);
                }
            });
            assertThat(seen).hasSize(6).contains(sixth).doesNotHaveDuplicates();
            committed(second);
            assertThat(store.rows()).isEqualTo(11);
        }

        @Test
        void onlyAVersionThatThereIsIsPublished() {
            StoreTransaction transaction = begin();
            cage(transaction, "a");
            long version = committed(transaction).number();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.publish(version + 1))
                    .withMessageContaining("no version " + (version + 1) + " to publish, the head is " + version);
            assertThat(store.publishedVersion()).isLessThan(version);
            store.publish(version);
            store.publish(version - 1);
            assertThat(store.publishedVersion()).isEqualTo(version);
            assertThat(store.heldVersions()).isZero();
        }
    }
}
