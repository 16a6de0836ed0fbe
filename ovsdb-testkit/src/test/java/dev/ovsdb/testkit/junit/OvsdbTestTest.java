package dev.ovsdb.testkit.junit;

import static dev.ovsdb.testkit.assertion.OvsdbAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.testkit.database.ServerKind;
import dev.ovsdb.testkit.database.TestDatabase;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.Town;
import dev.ovsdb.testkit.fault.Direction;
import dev.ovsdb.testkit.fault.Fault;
import dev.ovsdb.testkit.fault.FaultProxy;
import dev.ovsdb.testkit.fault.Hold;
import dev.ovsdb.testkit.fault.Messages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** As its users have it. */
@OvsdbTest(schema = "town.ovsschema", rows = "mill-lane.json")
class OvsdbTestTest {
    private final TestDatabase ofConstructor;
    private String remote = "";

    OvsdbTestTest(TestDatabase town) {
        ofConstructor = town;
    }

    @BeforeEach
    void takesParametersToo(TestServer server) {
        remote = server.remote();
    }

    @Test
    void givesOneServerToAllPartsOfATest(
            TestServer server, TestDatabase town, OvsdbClient client, BlockingOvsdbClient blocking, Idl idl) {
        assertThat(server.kind()).isEqualTo(ServerKind.EMBEDDED);
        assertThat(server.remote()).isEqualTo(remote);
        assertThat(List.of(town, ofConstructor)).containsOnly(server.database());
        assertThat(client).isSameAs(blocking.async());
        assertThat(idl).table("House").hasRow("address", "Mill Lane 4", "floors", 2, "heating", "wood");

        client.transact("Town", Town.house("Mill Lane 5", 1)).join().requireSuccess();
        assertThat(town).table("House").hasRow("address", "Mill Lane 5").hasSize(2);
        assertThat(idl).eventually().table("House").hasSize(2);
    }

    @Test
    void givesAFaultyNetworkBeforeTheServer(FaultProxy proxy, TestServer server, TestDatabase town) {
        proxy.faults(Direction.TO_CLIENT, Fault.none().pieces(3));
        Hold reply = proxy.hold(Messages.repliesTo("transact"));
        try (OvsdbClient client =
                OvsdbClient.builder().remotes(proxy.remote()).connectBlocking().async()) {
            var outcome = client.transact("Town", Town.house("Mill Lane 5", 1));
            reply.await(Duration.ofSeconds(30));
            assertThat(town).table("House").hasRow("address", "Mill Lane 5");
            assertThat(outcome).isNotDone();
            reply.release();
            assertThat(outcome.join()).succeeded();
        }
        assertThat(proxy.toString()).contains("before " + server.remote(), "seed 1", "accepted=1");
    }

    @Test
    void givesFreshContentsToTheNext(BlockingOvsdbClient client, TestDatabase town) {
        assertThat(client.transact("Town", Town.house("Mill Lane 5", 1))).succeeded();
        assertThat(town).table("House").hasSize(2);
    }

    @Test
    @OvsdbRows("mill-lane-5.json")
    void addsRowsOfATest(TestDatabase town) {
        assertThat(town).table("House").hasRow("address", "Mill Lane 5").hasSize(2);
    }

    @Nested
    class Within {
        @Test
        void isTheSame(TestDatabase town) {
            assertThat(List.of(town)).containsExactly(ofConstructor);
            assertThat(town).table("House").hasSize(1);
        }
    }
}
