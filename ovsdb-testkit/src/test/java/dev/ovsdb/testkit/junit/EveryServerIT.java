package dev.ovsdb.testkit.junit;

import static dev.ovsdb.testkit.assertion.OvsdbAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.testkit.database.ServerKind;
import dev.ovsdb.testkit.database.TestDatabase;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.Town;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One class against an embedded server, a local program and a container. */
@EveryServer
@OvsdbTest(schema = "town.ovsschema", rows = "mill-lane.json")
class EveryServerIT {
    @Test
    void givesTheSameEverywhere(TestServer server, TestDatabase town, BlockingOvsdbClient client, Idl idl) {
        assertThat(client.transact("Town", Town.house("Mill Lane 5", 1)))
                .succeeded()
                .inserted(0);
        assertThat(client.transact("Town", Town.house("Mill Lane 6", 99))).failedWith(ErrorTag.CONSTRAINT_VIOLATION);
        assertThat(town)
                .table("House")
                .hasRow("address", "Mill Lane 4", "heating", "wood")
                .hasSize(2);
        assertThat(idl).eventually().table("House").hasRow("address", "Mill Lane 5");
        assertThat(town).eventually().table("Person").hasRow("name", "Ann");
        assertThat(server.conversation().messages())
                .anyMatch(line -> line.contains("Mill Lane 6") && line.contains("-->"));
        assertThat(server.reference().isEmpty()).isEqualTo(server.kind() == ServerKind.EMBEDDED);
    }

    @Nested
    class Within {
        @Test
        void theServerIsTheRuns(TestDatabase town) {
            assertThat(town).table("House").hasSize(1);
        }
    }
}
