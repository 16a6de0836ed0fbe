package dev.ovsdb.idl;

import static dev.ovsdb.idl.Scene.contents;
import static dev.ovsdb.idl.Scene.initial;
import static dev.ovsdb.idl.Scene.insert;
import static dev.ovsdb.idl.Scene.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.idl.IdlState.Phase;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replica that takes nothing in before it is told to. */
class PaceTest {
    private final Scene scene = new Scene();
    private final ScriptedPeer server = scene.server();

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private LiveIdl manual(String... rows) {
        server.on("monitor_cond_since").reply(contents(rows));
        return scene.idl(Idl.of(Scene.ALL).manual());
    }

    @Test
    void nothingChangesBeforeItIsTold() {
        LiveIdl idl = manual(initial(1, "a"));
        List<String> told = new ArrayList<>();
        idl.listen(Runnable::run, changes -> told.add(Scene.line(changes)));
        assertThat(idl.state().phase()).isEqualTo(Phase.CONNECTING);
        assertThat(idl.live()).isNotDone();
        assertThat(idl.sequence()).isZero();

        assertThat(idl.run()).isTrue();

        assertThat(idl.run()).isFalse();
        assertThat(idl.state().phase()).isEqualTo(Phase.LIVE);
        assertThat(idl.live()).isCompleted();
        assertThat(idl.sequence()).isOne();
        assertThat(told).hasSize(1);
    }

    @Test
    void oneRunTakesInAllThatCameAndCountsEachUpdate() {
        LiveIdl idl = manual(initial(1, "a"));
        idl.run();
        scene.update(server, "T", insert(2, "b"));
        scene.update(server, "T", rename(1, "c"), insert(3, "d"));
        assertThat(Scene.names(idl)).containsExactly("a");

        idl.run();

        assertThat(Scene.names(idl)).containsExactly("b", "c", "d");
        assertThat(idl.sequence()).isEqualTo(3);
    }

    @Test
    void aLostConnectionShowsWhenItIsTold() {
        LiveIdl idl = manual(initial(1, "a"));
        idl.run();
        ScriptedPeer next = scene.server();
        next.on("monitor_cond_since").reply(contents(initial(1, "a"), initial(2, "b")));
        server.hangUp();
        scene.loop.run();
        assertThat(idl.state().phase()).isEqualTo(Phase.LIVE);
        idl.run();
        assertThat(idl.state().phase()).isEqualTo(Phase.STALE);
        scene.loop.advance(Scene.AWHILE);
        assertThat(idl.state().phase()).isEqualTo(Phase.STALE);

        idl.run();

        assertThat(idl.state().phase()).isEqualTo(Phase.LIVE);
        assertThat(Scene.names(idl)).containsExactly("a", "b");
        assertThat(idl.sequence()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsFoundWhenItIsTakenInAndWhatCameBehindItIsVoid() {
        server.on("monitor_cond_since").reply(contents(initial(1, "a")));
        server.on("monitor_cond_since").reply(contents(initial(5, "e")));
        LiveIdl idl = scene.idl(Idl.of(Scene.ALL).manual());
        idl.run();
        scene.update(server, "T", rename(7, "nobody"));
        scene.update(server, "T", insert(2, "void"));
        idl.run();
        assertThat(Scene.names(idl)).containsExactly("a");
        assertThat(idl.state().phase()).isEqualTo(Phase.STALE);

        scene.loop.run();
        idl.run();

        assertThat(Scene.names(idl)).containsExactly("e");
        assertThat(idl.state().phase()).isEqualTo(Phase.LIVE);
    }

    @Test
    void aReplicaWithoutItCannotBeRun() {
        server.on("monitor_cond_since").reply(contents());
        LiveIdl idl = scene.idl();

        assertThatThrownBy(idl::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("manual()");
    }
}
