package dev.ovsdb.testkit.assertion;

import static dev.ovsdb.testkit.assertion.OvsdbAssertions.assertThat;
import static dev.ovsdb.testkit.assertion.OvsdbAssertions.containing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.TableUpdates;
import dev.ovsdb.protocol.operation.Delete;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.testkit.database.TestDatabase;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.Town;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class OvsdbAssertionsTest {
    private final TestServer server = TestServer.builder()
            .schema(Town.schema())
            .rows(tx -> {
                var ann = tx.insert("Person").set("name", "Ann");
                tx.insert("House")
                        .set("address", "Mill Lane 4")
                        .set("floors", 2)
                        .set("height", 7.5)
                        .set("heating", "wood")
                        .add("tenants", ann)
                        .put("external_ids", "owner", "ann")
                        .put("external_ids", "colour", "red");
            })
            .start();
    private final TestDatabase town = server.database();

    @AfterEach
    void close() {
        server.close();
    }

    @Nested
    class OfTables {
        @Test
        void readValuesByTheirColumnsType() {
            UUID ann = town.rows("Person").get(0).uuid().orElseThrow();
            assertThat(town)
                    .table("House")
                    .hasRow("address", "Mill Lane 4", "floors", 2, "height", 7.5, "heating", "wood")
                    .hasRow("floors", 2L, "tenants", ann)
                    .hasRow("heating", Optional.of("wood"), "tenants", Set.of(ann))
                    .hasRow("external_ids", Map.of("owner", "ann", "colour", "red"))
                    .hasRow("floors", Datum.of(2))
                    .hasNoRow("floors", 3)
                    .hasNoRow("heating", Optional.empty())
                    .hasNoRow("tenants", List.of())
                    .hasNoRow("external_ids", Map.of("owner", "ann"))
                    .hasNoRow("external_ids", Set.of("owner", "colour"))
                    .hasNoRow("floors", 2, "heating", "gas")
                    .hasRows(1, "floors", 2)
                    .hasRows(0, "floors", 3)
                    .hasSize(1);
            town.transact(Town.house("Mill Lane 5", 1)).requireSuccess();
            assertThat(town)
                    .table("House")
                    .hasRow("height", 0, "heating", Optional.empty(), "tenants", List.of(), "external_ids", Map.of())
                    .hasSize(2);
        }

        @Test
        void knowPartsOfSetsAndMaps() {
            UUID ann = town.rows("Person").get(0).uuid().orElseThrow();
            assertThat(town)
                    .table("House")
                    .hasRow("external_ids", containing(Map.of("owner", "ann")))
                    .hasRow("external_ids", containing("colour", "owner"))
                    .hasRow("tenants", containing(ann))
                    .hasNoRow("external_ids", containing(Map.of("owner", "bob")))
                    .hasNoRow("external_ids", containing("size"));
        }

        @Test
        void failWithTheTable() {
            fails(() -> assertThat(town).table("House").hasRow("address", "Mill Lane 5", "floors", 2))
                    .isEqualTo(
                            "expected table House of database Town to have a row with address = \"Mill Lane 5\", floors = 2,"
                                    + " but it was\n" + town.contents().text("House"))
                    .contains("\"Mill Lane 4\"");
            fails(() -> assertThat(town).table("House").hasNoRow("external_ids", containing("owner")))
                    .contains("to have no row with external_ids containing \"owner\", but");
            fails(() -> assertThat(town).table("House").hasSize(2)).contains("to have 2 rows, but");
            fails(() -> assertThat(town).table("House").isEmpty()).contains("to be empty, but");
            fails(() -> assertThat(town).table("House").hasRows(2, "floors", 2))
                    .contains("to have 2 rows with floors = 2, but");
            fails(() -> assertThat(town).table("House").satisfies("to be large", rows -> rows.size() > 9))
                    .contains("database Town to be large, but");
        }

        @Test
        void refuseWhatNoRowCouldHave() {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> assertThat(town).table("Hut"))
                    .withMessageContaining("House");
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> assertThat(town).table("House").hasRow("doors", 1))
                    .withMessageContaining("floors");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(town).table("House").hasNoRow("floors", "two"))
                    .withMessage("House.floors: the column holds integer, so it cannot hold \"two\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(town).table("House").hasNoRow("floors", 2.0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(town).table("House").hasNoRow("floors", Map.of(1, 2)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(town).table("House").hasRow("floors", 2, "address"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(town).table("House").hasRow("floors", 2, 3, 4));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(town).table("House").hasRow("floors", new Object()));
        }

        @Test
        void giveTheirRowsToOtherLibraries() {
            assertThat(assertThat(town).table("Person").rows())
                    .singleElement()
                    .extracting(row -> row.require("name"))
                    .isEqualTo(Datum.of("Ann"));
        }
    }

    @Nested
    class Eventually {
        @Test
        void isToldByTheMonitorNotByTheClock() {
            var waiting = CompletableFuture.runAsync(() -> assertThat(town)
                    .eventually(Duration.ofMinutes(1))
                    .table("House")
                    .hasRow("address", "Mill Lane 5"));
            town.transact(Town.house("Mill Lane 5", 1)).requireSuccess();
            assertThat(waiting).succeedsWithin(Duration.ofSeconds(30));
        }

        @Test
        void failsWithWhatWasSeenLast() {
            fails(() -> assertThat(town)
                            .eventually(Duration.ofMillis(1))
                            .table("House")
                            .hasRow("address", "Mill Lane 5"))
                    .contains("expected table House of database Town within 0.001s to have a row", "\"Mill Lane 4\"");
        }

        @Test
        void waitsForTheFirstContentsOfAReplica() {
            try (Idl idl = Idl.of(Interest.everything("Town")).connect(server.remote())) {
                assertThat(idl).eventually().table("House").hasSize(1);
            }
            try (Idl idl = Idl.of(Interest.everything("Town")).connect("unix:/nowhere")) {
                fails(() -> assertThat(idl).eventually(Duration.ofMillis(1)).table("House"))
                        .contains("the replica of Town has no contents: ");
            }
        }

        @Test
        void worksOnReplicasAndNotOnViews() {
            Idl idl = town.replica();
            town.transact(Delete.from("House").everyRow().build()).requireSuccess();
            assertThat(idl).eventually().table("House").isEmpty();
            assertThat(idl).table("House").isEmpty();
            try (var view = idl.view()) {
                assertThat(view).table("House").isEmpty();
                assertThatIllegalStateException()
                        .isThrownBy(() -> assertThat(view).eventually());
                fails(() -> assertThat(view).table("House").hasSize(1)).contains("a view of Town", "House (no rows)");
            }
        }
    }

    @Nested
    class OfOutcomes {
        @Test
        void tellWhetherItWasCommitted() {
            TransactionOutcome good = town.transact(
                    Town.house("Mill Lane 5", 1),
                    Delete.from("House").everyRow().build());
            assertThat(good).succeeded().inserted(0).counted(1, 2);
            fails(() -> assertThat(good).failedWith(ErrorTag.ABORTED))
                    .contains("to fail with aborted, but it came to success");
            fails(() -> assertThat(good).counted(1, 3)).contains("to have met 3 rows by operation 1");
            fails(() -> assertThat(good).inserted(1)).contains("to have inserted by operation 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(good).inserted(2));
        }

        @Test
        void tellWhyItWasNot() {
            TransactionOutcome bad = town.transact(Town.house("Mill Lane 5", 99));
            assertThat(bad).failedWith(ErrorTag.CONSTRAINT_VIOLATION).failedWith(ErrorTag.CONSTRAINT_VIOLATION, "99");
            fails(() -> assertThat(bad).succeeded()).contains("to succeed, but it came to constraint violation");
            fails(() -> assertThat(bad).failedWith(ErrorTag.CONSTRAINT_VIOLATION, "100"))
                    .contains("\"100\"");
        }
    }

    @Nested
    class OfUpdates {
        private final Row house =
                Row.builder().put("address", "Mill Lane 4").put("floors", 2).build();
        private final TableUpdates updates = TableUpdates.builder()
                .add("House", UUID.randomUUID(), new RowUpdate.Insert(house))
                .add(
                        "House",
                        UUID.randomUUID(),
                        new RowUpdate.Modify(Row.builder().put("floors", 3).build()))
                .add("House", UUID.randomUUID(), new RowUpdate.Delete(null))
                .build();

        @Test
        void tellWhatHappenedToRows() {
            assertThat(updates)
                    .hasSize(3)
                    .table("House")
                    .hasSize(3)
                    .inserted("floors", 2.0)
                    .modified("floors", 3)
                    .deleted(1);
            assertThat(updates).table("Person").isEmpty();
            assertThat(TableUpdates.EMPTY).isEmpty();
            assertThat(TableUpdates.of("House", UUID.randomUUID(), new RowUpdate.Initial(house)))
                    .table("House")
                    .initial("address", "Mill Lane 4");
            assertThat(TableUpdates.of("House", UUID.randomUUID(), new RowUpdate.Replace(Row.empty(), house)))
                    .table("House")
                    .modified("address", "Mill Lane 4");
        }

        @Test
        void failWithWhatWasTold() {
            fails(() -> assertThat(updates).isEmpty()).contains("expected no updates", "Mill Lane 4");
            fails(() -> assertThat(updates).hasSize(2)).contains("2 rows, but there were 3");
            fails(() -> assertThat(updates).table("House").inserted("floors", 3))
                    .contains("of table House an insert with floors = 3, but there were\n", "Mill Lane 4");
            fails(() -> assertThat(updates).table("House").initial("floors", 2)).contains("an initial row");
            fails(() -> assertThat(updates).table("House").modified("floors", 2))
                    .contains("a modification");
            fails(() -> assertThat(updates).table("House").deleted(2)).contains("deletions of 2 rows");
            fails(() -> assertThat(updates).table("Person").hasSize(1)).contains("but there were no updates");
        }
    }

    private static AbstractStringAssert<?> fails(ThrowingCallable assertion) {
        return assertThat(
                catchThrowableOfType(AssertionFailedError.class, assertion).getMessage());
    }
}
