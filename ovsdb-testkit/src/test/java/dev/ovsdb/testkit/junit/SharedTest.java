package dev.ovsdb.testkit.junit;

import static dev.ovsdb.testkit.assertion.OvsdbAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.testkit.database.TestDatabase;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.Town;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@OvsdbTest(schema = "town.ovsschema", rows = "mill-lane.json", shared = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedTest {
    private static final Set<String> SEEN = new LinkedHashSet<>();

    @RepeatedTest(3)
    @Order(1)
    void eachTestFindsItsOwnRowsAndNoOthers(TestServer server, TestDatabase town, BlockingOvsdbClient client) {
        assertThat(town).table("House").hasSize(1);
        assertThat(server.conversation().messages()).noneMatch(line -> line.contains("Mill Lane 5"));
        assertThat(client.transact("Town", Town.house("Mill Lane 5", 1))).succeeded();
        assertThat(town).table("House").hasSize(2);
        assertThat(town.replica()).table("House").hasSize(2);
        SEEN.add(server.remote());
    }

    @Test
    @Order(2)
    @OvsdbRows("mill-lane-5.json")
    void itWasOneServer(TestServer server, TestDatabase town, HouseTable houses) {
        assertThat(SEEN).containsExactly(server.remote());
        assertThat(town).table("House").hasSize(2);
        assertThat(houses.all()).hasSize(2);
    }
}
