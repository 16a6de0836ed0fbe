package dev.ovsdb.testkit.database;

import static dev.ovsdb.testkit.assertion.OvsdbAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerPoolTest {
    private final ServerPool pool = new ServerPool();
    private final TestServerBuilder town =
            TestServer.builder().schema(Town.schema()).rows(Town.house("Mill Lane 4", 1));

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aServerThatWasGivenBackIsTakenAgainWithItsFirstRows() {
        TestServer first = pool.take(town);
        first.database().transact(Town.house("Mill Lane 5", 1)).requireSuccess();
        pool.giveBack(town, first);
        TestServer second = pool.take(town);
        assertThat(second).isSameAs(first);
        assertThat(second.database()).table("House").hasSize(1).hasRow("address", "Mill Lane 4");
        pool.giveBack(town, second);
    }

    @Test
    void testsAtOneTimeHaveAServerEach() {
        TestServer first = pool.take(town);
        TestServer second = pool.take(town);
        assertThat(second).isNotSameAs(first);
        pool.giveBack(town, first);
        pool.giveBack(town, second);
    }

    @Test
    void aServerOfAnotherKindIsNoSubstitute() {
        TestServer first = pool.take(town);
        pool.giveBack(town, first);
        TestServerBuilder overTcp = TestServer.builder().schema(Town.schema()).tcp();
        TestServer second = pool.take(overTcp);
        assertThat(second).isNotSameAs(first);
        pool.giveBack(overTcp, second);
    }

    @Test
    void aConvertedDatabaseIsNotGivenToTheNext() {
        TestServer first = pool.take(town);
        String changed = Town.schema().toJson().replace("\"version\":\"1.1.0\"", "\"version\":\"1.2.0\"");
        first.own().async().convert("Town", DatabaseSchema.parse(changed)).join();
        pool.giveBack(town, first);
        TestServer second = pool.take(town);
        assertThat(second).isNotSameAs(first);
        assertThat(second.database().schema().version()).isEqualTo(Town.schema().version());
        pool.giveBack(town, second);
    }

    @Test
    void serversEndWithThePool() {
        TestServer server = pool.take(town);
        pool.close();
        pool.giveBack(town, server);
        assertThatThrownBy(() -> server.session().connectBlocking()).isInstanceOf(JsonRpcException.class);
    }
}
