package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which server a session stays with, by its {@code _Server} database (E47). */
class LeaderTest {
    private static final String CLUSTER = "55555555-5555-4555-8555-555555555555";
    private static final String ROW = "66666666-6666-4666-8666-666666666666";

    private final Scene scene = new Scene();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private static String member(boolean leader, int index) {
        return "{'Database':{'" + ROW + "':{'initial':{'name':'db','model':'clustered','connected':true,'leader':"
                + leader + ",'cid':['uuid','" + CLUSTER + "'],'index':" + index + "}}}}";
    }

    private ScriptedPeer server(String database) {
        ScriptedPeer peer = scene.server();
        peer.on("monitor_cond").reply(database);
        return peer;
    }

    private OvsdbClientBuilder leaderOnly() {
        return scene.builder().remotes("tcp:192.0.2.2:6640").leaderOnly("db");
    }

    private void modify(ScriptedPeer peer, String columns) {
        peer.notify("update2", "['_Server',{'Database':{'" + ROW + "':{'modify':" + columns + "}}}]");
        scene.loop.run();
    }

    @Test
    void theNextRemoteIsTriedAtOnceWhenTheFirstDoesNotLead() {
        ScriptedPeer follower = server(member(false, 5));
        ScriptedPeer leader = server(member(true, 5));

        OvsdbClient client = scene.start(leaderOnly());

        assertThat(follower.isClosed()).isTrue();
        assertThat(leader.isClosed()).isFalse();
        assertThat(client.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void noTimeIsLostWhenTheLeaderMoves() {
        ScriptedPeer first = server(member(true, 5));
        OvsdbClient client = scene.start(leaderOnly());
        ScriptedPeer second = server(member(true, 6));

        modify(first, "{'leader':false}");

        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isFalse();
        assertThat(client.state()).isEqualTo(SessionState.LIVE);
        assertThat(scene.events).doesNotContain("BACKING_OFF");
    }

    @Test
    void aServerThatStopsTellingAboutItselfIsLeft() {
        ScriptedPeer first = server(member(true, 5));
        OvsdbClient client = scene.start(leaderOnly());
        ScriptedPeer second = server(member(true, 6));

        first.notify("monitor_canceled", "['_Server']");
        scene.loop.advance(Duration.ofSeconds(1));

        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isFalse();
        assertThat(client.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aLeaderThatIsNoneAnyMoreWhenTheRestIsAnsweredIsLeftToo() {
        ScriptedPeer slow = scene.peer();
        slow.on("get_server_id").stayQuiet();
        slow.on("monitor_cond").reply(member(true, 5));
        ScriptedPeer second = server(member(true, 6));
        OvsdbClient client = scene.start(leaderOnly());

        modify(slow, "{'leader':false}");

        assertThat(slow.isClosed()).isTrue();
        assertThat(second.isClosed()).isFalse();
        assertThat(client.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aMemberThatIsCutOffFromItsClusterIsLeft() {
        ScriptedPeer first = server(member(true, 5));
        OvsdbClient client = scene.start(scene.builder().database("db"));
        server(member(false, 6));

        modify(first, "{'connected':false}");
        scene.loop.advance(Duration.ofSeconds(1));

        assertThat(first.isClosed()).isTrue();
        assertThat(client.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aMemberBehindWhatWasSeenElsewhereIsPassedOver() {
        ScriptedPeer first = server(member(true, 5));
        scene.start(scene.builder().database("db"));
        modify(first, "{'index':9}");
        ScriptedPeer stale = server(member(true, 8));
        ScriptedPeer fresh = server(member(true, 9));

        first.hangUp();
        scene.loop.advance(Duration.ofSeconds(4));

        assertThat(stale.isClosed()).isTrue();
        assertThat(fresh.isClosed()).isFalse();
    }

    @Test
    void aMemberThatHasNotJoinedIsPassedOver() {
        ScriptedPeer unjoined =
                server("{'Database':{'" + ROW + "':{'initial':{'name':'db','model':'clustered','cid':['uuid',"
                        + "'00000000-0000-0000-0000-000000000000']}}}}");
        ScriptedPeer joined = server(member(false, 1));

        scene.start(scene.builder().remotes("tcp:192.0.2.2:6640").database("db"));

        assertThat(unjoined.isClosed()).isTrue();
        assertThat(joined.isClosed()).isFalse();
    }

    @Test
    void aMemberOfAnotherClusterIsPassedOver() {
        ScriptedPeer other = server(member(true, 5));

        scene.start(leaderOnly().clusterId(UUID.fromString(ROW)));

        assertThat(other.isClosed()).isTrue();
    }

    @Test
    void aRelayNeverLeads() {
        String relay = "{'Database':{'" + ROW + "':{'initial':{'name':'db','model':'relay','connected':true}}}}";
        ScriptedPeer relayed = server(relay);
        ScriptedPeer leader = server(member(true, 1));
        scene.start(leaderOnly());

        assertThat(relayed.isClosed()).isTrue();
        assertThat(leader.isClosed()).isFalse();

        ScriptedPeer enough = server(relay);
        scene.start(scene.builder().database("db"));
        assertThat(enough.isClosed()).isFalse();
    }

    @Test
    void aStandaloneDatabaseIsAlwaysFine() {
        ScriptedPeer peer = server("{'Database':{'" + ROW
                + "':{'initial':{'name':'db','model':'standalone','leader':true,'connected':true}}}}");

        assertThat(scene.start(leaderOnly()).state()).isEqualTo(SessionState.LIVE);
        assertThat(peer.isClosed()).isFalse();
    }

    @Test
    void aServerOlderThanClustersIsFineToo() {
        scene.server().on("monitor_cond").replyError("{'error':'unknown database'}");

        assertThat(scene.start(leaderOnly()).state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aDatabaseThatIsRemovedEndsTheStay() {
        ScriptedPeer peer = server(member(true, 5));
        scene.start(leaderOnly());

        peer.notify("update2", "['_Server',{'Database':{'" + ROW + "':{'delete':null}}}]");
        scene.loop.run();

        assertThat(peer.isClosed()).isTrue();
    }
}
