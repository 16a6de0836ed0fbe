package dev.ovsdb.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.server.data.RowChange;
import dev.ovsdb.server.data.RowImage;
import dev.ovsdb.server.storage.Durability;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FileStorageTest {
    private final Rig rig = new Rig(1);

    private Rig reopened() {
        rig.storage.close();
        return new Rig(rig.files, rig.model);
    }

    private String text() {
        return new String(rig.files.content(Rig.DB), StandardCharsets.UTF_8);
    }

    @Nested
    class Appending {
        @Test
        void whatWasAcceptedIsThereAgainAfterOpening() {
            rig.open();
            for (int i = 0; i < 200; i++) {
                rig.append(1 + i % 3, Durability.WRITTEN);
            }
            assertThat(reopened().open()).isEqualTo(rig.model.kept(rig.accepted));
        }

        @Test
        void withoutDifferencesTooForOlderPrograms() {
            rig.storage = rig.storage(false);
            rig.open();
            for (int i = 0; i < 200; i++) {
                rig.append(1, Durability.WRITTEN);
            }
            assertThat(text()).doesNotContain("_is_diff");
            assertThat(reopened().open()).isEqualTo(rig.model.kept(rig.accepted));
        }

        @Test
        void aBatchIsOneWrite() {
            rig.open();
            int before = rig.files.writes();
            rig.append(20, Durability.WRITTEN);
            assertThat(rig.files.writes()).isEqualTo(before + 1);
            assertThat(rig.accepted).isEqualTo(20);
        }

        @Test
        void aChangeOfEphemeralColumnsLeavesNoRecord() {
            rig.open();
            rig.append(1, Durability.WRITTEN);
            Row row = Model.SWITCH.withDefaults(Row.empty());
            RowChange change = new RowChange(
                    Model.SWITCH,
                    new UUID(1, 2),
                    new RowImage(new UUID(0, 1), row),
                    new RowImage(new UUID(0, 2), row.with("seen", Datum.of(7))));
            String before = text();
            rig.storage.append(1, List.of(rig.model.entry(List.of(change), "nobody sees it")), Durability.WRITTEN);
            assertThat(text()).isEqualTo(before);
        }

        @Test
        void aRecordIsSpelledAsTheReferenceSpellsIt() {
            rig.open();
            UUID uuid = UUID.fromString("00000000-0000-0001-0000-000000000002");
            Row row = Model.SWITCH.withDefaults(Row.empty()).with("name", Datum.of("s"));
            RowChange insert = new RowChange(Model.SWITCH, uuid, null, new RowImage(uuid, row));
            rig.storage.append(0, List.of(rig.model.entry(List.of(insert), "hello")), Durability.WRITTEN);
            assertThat(text())
                    .endsWith("{\"_date\":1700000000000,\"_is_diff\":true,\"_comment\":\"hello\"," + "\"Switch\":{\""
                            + uuid + "\":{\"name\":\"s\"}}}\n");
        }
    }

    @Nested
    class Durable {
        @Test
        void isToldAfterTheSyncAndNotBefore() {
            rig.open();
            rig.append(1, Durability.SYNCED);
            assertThat(rig.accepted).isEqualTo(1);
            assertThat(rig.durable).isZero();
            rig.settle();
            assertThat(rig.durable).isEqualTo(1);
        }

        @Test
        void oneSyncServesAllThatWait() {
            rig.open();
            int before = rig.files.syncs();
            for (int i = 0; i < 50; i++) {
                rig.append(1, Durability.SYNCED);
            }
            rig.settle();
            assertThat(rig.durable).isEqualTo(50);
            assertThat(rig.files.syncs()).isEqualTo(before + 1);
        }

        @Test
        void isToldAlsoOfWhatWasAcceptedBefore() {
            rig.open();
            rig.append(3, Durability.WRITTEN);
            rig.storage.sync();
            rig.settle();
            assertThat(rig.durable).isEqualTo(3);
        }

        @Test
        void isToldAgainOfWhatIsOnTheDiskAlready() {
            rig.open();
            rig.append(3, Durability.SYNCED);
            rig.settle();
            int syncs = rig.files.syncs();
            rig.durable = 0;
            rig.storage.sync();
            rig.settle();
            assertThat(rig.durable).isEqualTo(3);
            assertThat(rig.files.syncs()).isEqualTo(syncs);
        }

        @Test
        void isToldOfAFileToWhichNothingWasAppended() {
            rig.open();
            rig.durable = -1;
            rig.storage.sync();
            rig.settle();
            assertThat(rig.durable).isZero();
        }

        @Test
        void closingLeavesEverythingOnTheDisk() {
            rig.open();
            rig.append(5, Durability.WRITTEN);
            rig.storage.close();
            rig.files.crash(new Random(3));
            assertThat(new Rig(rig.files, rig.model).open()).isEqualTo(rig.model.kept(5));
        }
    }

    @Nested
    class WhenTheDiskFails {
        @Test
        void aWriteThatFailsLeavesNoTraceAndTheNextOneSucceeds() {
            rig.open();
            rig.append(2, Durability.WRITTEN);
            rig.files.fail(0, 1);
            rig.append(2, Durability.WRITTEN);
            assertThat(rig.failures).singleElement().satisfies(e -> {
                assertThat(e).hasMessage("/data/db: write failed");
                assertThat(e.ioError()).contains(FaultFileSystem.FULL);
            });
            rig.append(1, Durability.WRITTEN);
            assertThat(rig.accepted).isEqualTo(3);
            assertThat(reopened().open()).isEqualTo(rig.model.kept(3));
        }

        @Test
        void aWriteThatCannotBeUndoneIsFinal() {
            rig.open();
            rig.append(2, Durability.WRITTEN);
            rig.files.fail(0, 2);
            rig.append(1, Durability.WRITTEN);
            rig.append(1, Durability.WRITTEN);
            assertThat(rig.broken).hasMessage("/data/db: cannot truncate after a failed write");
            assertThat(rig.failures).hasSize(2);
            assertThat(rig.failures.get(1)).isSameAs(rig.broken);
            assertThat(rig.storage.status().broken()).containsSame(rig.broken);
            assertThat(reopened().open()).isEqualTo(rig.model.kept(2));
        }

        @Test
        void aSyncThatFailsIsFinal() {
            rig.open();
            rig.append(1, Durability.SYNCED);
            rig.files.fail(0, 1);
            rig.settle();
            assertThat(rig.broken).hasMessage("/data/db: fsync failed");
            assertThat(rig.durable).isZero();
            rig.append(1, Durability.WRITTEN);
            assertThat(rig.accepted).isEqualTo(1);
        }
    }

    @Nested
    class Compacting {
        @Test
        void keepsTheRowsAndLosesTheHistory() {
            rig.open();
            for (int i = 0; i < 500; i++) {
                rig.append(1, Durability.WRITTEN);
            }
            int before = text().length();
            CompletableFuture<Void> done = rig.compact();
            rig.settle();
            assertThat(done).isCompleted();
            assertThat(text()).hasSizeLessThan(before).contains("\"_comment\":\"compacted\"");
            assertThat(LogFile.at(rig.files, Rig.DB).verify().records()).isEqualTo(2);
            assertThat(reopened().open()).isEqualTo(rig.model.kept(rig.accepted));
        }

        @Test
        void goesOnWhileTransactionsAreAppended() {
            rig.open();
            rig.append(50, Durability.WRITTEN);
            CompletableFuture<Void> done = rig.compact();
            do {
                rig.append(1, Durability.SYNCED);
            } while (rig.rewriting.runOne() | rig.lane.runOne());
            rig.settle();
            assertThat(done).isCompleted();
            assertThat(rig.durable).isEqualTo(rig.accepted).isGreaterThan(51);
            rig.append(3, Durability.WRITTEN);
            assertThat(rig.stored()).isEqualTo(rig.model.kept(rig.accepted));
            assertThat(reopened().open()).isEqualTo(rig.model.kept(rig.accepted));
        }

        @Test
        void isRefusedWhileOneIsUnderWay() {
            rig.open();
            rig.compact();
            assertThat(rig.compact()).isCompletedExceptionally();
        }

        @Test
        void whenItFailsAllIsAsBefore() {
            rig.open();
            rig.append(5, Durability.WRITTEN);
            CompletableFuture<Void> done = rig.compact();
            rig.files.fail(2, 1);
            rig.settle();
            assertThat(done).isCompletedExceptionally();
            rig.append(1, Durability.SYNCED);
            rig.settle();
            assertThat(rig.durable).isEqualTo(6);
            assertThat(rig.files.paths()).containsExactly(Rig.DB);
            assertThat(rig.compact()).satisfies(again -> {
                rig.settle();
                assertThat(again).isCompleted();
            });
        }

        @Test
        void closingGivesItUp() {
            rig.open();
            rig.append(5, Durability.WRITTEN);
            CompletableFuture<Void> done = rig.compact();
            rig.rewriting.runOne();
            assertThat(rig.files.paths()).hasSize(2);
            Rig again = reopened();
            assertThat(done).isCompletedExceptionally();
            assertThat(rig.files.paths()).containsExactly(Rig.DB);
            rig.settle();
            assertThat(again.open()).isEqualTo(rig.model.kept(5));
        }

        @Test
        void isDueByTheReferencesRules() {
            rig.open();
            String large = "x".repeat(200_000);
            for (int i = 0; i < 120; i++) {
                rig.append(1, Durability.WRITTEN);
                Row row = Model.ADDRESS.withDefaults(Row.empty()).with("ip", Datum.of(large));
                RowChange insert =
                        new RowChange(Model.ADDRESS, new UUID(9, i), null, new RowImage(new UUID(9, i), row));
                rig.storage.append(0, List.of(rig.model.entry(List.of(insert), null)), Durability.WRITTEN);
            }
            assertThat(rig.due).isZero();
            rig.clock.nanos = Duration.ofMinutes(10).toNanos();
            rig.append(1, Durability.WRITTEN);
            rig.append(1, Durability.WRITTEN);
            assertThat(rig.due).isEqualTo(1);
            rig.clock.nanos += Duration.ofMinutes(1).toNanos();
            rig.append(1, Durability.WRITTEN);
            assertThat(rig.due).isEqualTo(2);
            rig.compact();
            rig.settle();
            rig.clock.nanos += Duration.ofHours(23).toNanos();
            rig.append(1, Durability.WRITTEN);
            assertThat(rig.due).isEqualTo(2);
            rig.clock.nanos += Duration.ofHours(1).toNanos();
            rig.append(1, Durability.WRITTEN);
            assertThat(rig.due).isEqualTo(3);
        }
    }

    @Nested
    class Replacing {
        @Test
        void putsOtherContentsInPlace() {
            rig.open();
            rig.append(20, Durability.WRITTEN);
            CompletableFuture<Void> done = rig.storage.replace(rig.model.contents(), "converted");
            assertThatThrownBy(() -> rig.append(1, Durability.WRITTEN)).isInstanceOf(IllegalStateException.class);
            rig.model.fallBack(20);
            rig.settle();
            assertThat(done).isCompleted();
            assertThat(text()).contains("converted");
            rig.append(1, Durability.WRITTEN);
            assertThat(reopened().open()).isEqualTo(rig.model.kept(21));
        }

        @Test
        void givesUpACompactionUnderWay() {
            rig.open();
            rig.append(5, Durability.WRITTEN);
            CompletableFuture<Void> compaction = rig.compact();
            rig.rewriting.runOne();
            CompletableFuture<Void> done = rig.storage.replace(rig.model.contents(), "converted");
            rig.settle();
            assertThat(compaction).isCompletedExceptionally();
            assertThat(done).isCompleted();
            assertThat(reopened().open()).isEqualTo(rig.model.kept(5));
        }
    }

    @Test
    void aFileHasOneUserAtATime() {
        rig.open();
        Rig second = new Rig(rig.files, rig.model);
        assertThatThrownBy(second::open).isInstanceOfSatisfying(LogException.class, e -> {
            assertThat(e.kind()).isEqualTo(LogException.Kind.LOCKED);
            assertThat(e.describe())
                    .isEqualTo("I/O error: /data/db: failed to lock lockfile (Resource deadlock avoided)");
        });
        rig.storage.close();
        assertThat(second.open()).isEmpty();
    }
}
