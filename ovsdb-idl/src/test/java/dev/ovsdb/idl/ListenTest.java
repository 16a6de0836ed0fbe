package dev.ovsdb.idl;

import static dev.ovsdb.idl.Scene.contents;
import static dev.ovsdb.idl.Scene.delete;
import static dev.ovsdb.idl.Scene.initial;
import static dev.ovsdb.idl.Scene.insert;
import static dev.ovsdb.idl.Scene.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.idl.change.ChangeListener;
import dev.ovsdb.idl.change.Registration;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.store.Published;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What listeners are told, and when. */
class ListenTest {
    private final Scene scene = new Scene();
    private final ScriptedPeer server = scene.server();
    private final List<String> told = new ArrayList<>();
    private final Deque<Runnable> slow = new ArrayDeque<>(); // An executor that runs when the test says so.
    private final ChangeListener log = changes -> told.add(Scene.line(changes));

    @AfterEach
    void nothingIsLeft() {
        scene.close();
    }

    private LiveIdl live(String... rows) {
        return live(Idl.of(Scene.ALL), rows);
    }

    private LiveIdl live(IdlBuilder builder, String... rows) {
        server.on("monitor_cond_since").reply(contents(rows));
        return scene.idl(builder);
    }

    private void runSlow() {
        while (!slow.isEmpty()) {
            slow.remove().run();
        }
    }

    @Test
    void whoIsThereBeforeTheContentsIsToldThemWhenTheyCome() {
        server.on("monitor_cond_since").stayQuiet();
        LiveIdl idl = scene.idl();
        idl.listen(scene.later, log);
        scene.loop.run();
        assertThat(told).isEmpty();

        server.send("{'id':" + server.received("monitor_cond_since").get(0).id() + ",'result':"
                + contents(initial(1, "a")) + ",'error':null}");
        scene.loop.run();

        assertThat(told).containsExactly("INITIAL [INSERTED T {name=\"a\", n=0}]");
    }

    @Test
    void whoComesLaterIsToldTheContentsFirstAndThenWhatFollows() {
        LiveIdl idl = live(initial(1, "a"));
        scene.update(server, "T", insert(2, "b"));
        idl.listen(scene.later, log);
        scene.update(server, "T", rename(1, "c"), delete(2));

        assertThat(told)
                .containsExactly(
                        "INITIAL [INSERTED T {name=\"a\", n=0}, INSERTED T {name=\"b\", n=0}]",
                        "UPDATE [DELETED T {name=\"b\", n=0} {name=\"b\", n=0},"
                                + " MODIFIED T {name=\"a\", n=0} {name=\"c\", n=0} [name]]");
    }

    @Test
    void whoComesWhileAnotherIsToldIsToldTheSameOnce() {
        LiveIdl idl = live();
        boolean[] came = new boolean[1];
        idl.listen(Runnable::run, changes -> {
            if (!came[0]) {
                came[0] = true;
                idl.listen(scene.later, log);
            }
        });
        scene.loop.run();
        scene.update(server, "T", insert(1, "a"));

        assertThat(told).containsExactly("INITIAL []", "UPDATE [INSERTED T {name=\"a\", n=0}]");
    }

    @Test
    void viewsShowBeforeAndAfterWhileTheListenerRunsAndAreLetGoThen() {
        LiveIdl idl = live(initial(1, "a"));
        List<View> views = new ArrayList<>();
        idl.listen(slow::add, changes -> {
            told.add(Scene.names(changes.before()) + " " + Scene.names(changes.after()));
            views.add(changes.after());
        });
        scene.update(server, "T", insert(2, "b"));
        scene.update(server, "T", delete(1));
        assertThat(Scene.names(idl)).containsExactly("b");

        runSlow();

        assertThat(told).containsExactly("[] [a]", "[a] [a, b]", "[a, b] [b]");
        assertThat(idl.store().pinned()).isOne(); // The newest, for the next change.
        assertThat(idl.store().superseded()).isZero();
        assertThatThrownBy(() -> views.get(0).table("T").size()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsHeldWithoutAListener() {
        LiveIdl idl = live(initial(1, "a"));
        Registration registration = idl.listen(scene.later, log);
        scene.loop.run();
        assertThat(idl.store().pinned()).isOne();

        registration.close();

        assertThat(idl.store().pinned()).isZero();
        assertThat(registration.ended()).isCompleted();
        scene.update(server, "T", rename(1, "b"));
        assertThat(told).hasSize(1);
    }

    @Test
    void oneTableIsToldOfItselfOnly() {
        LiveIdl idl = live(initial(1, "a"));
        idl.listen("U", scene.later, log);
        scene.update(server, "T", rename(1, "b"));
        server.notify(
                "update3",
                "[" + Scene.monitorId(server) + ",'" + Scene.row(5) + "',{'T':{" + rename(1, "c") + "},'U':{'"
                        + Scene.row(7) + "':{'insert':{'x':3}}}}]");
        scene.loop.run();

        assertThat(told).containsExactly("INITIAL []", "UPDATE [INSERTED U {x=3}]");
    }

    @Test
    void aTableThatIsNotHeldIsRefused() {
        LiveIdl idl = live(Idl.of(Interest.of("db").table("T").build()));

        assertThatThrownBy(() -> idl.listen("U", scene.later, log))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("U")
                .hasMessageContaining("[T]");
    }

    @Test
    void silentColumnsAreToldToNobody() {
        LiveIdl idl = live(
                Idl.of(Interest.of("db")
                        .table("T", t -> t.columns("name").silent("n"))
                        .build()),
                initial(1, "a"));
        idl.listen(scene.later, log);
        long sequence = idl.sequence();
        scene.update(server, "T", "'" + Scene.row(1) + "':{'modify':{'n':7}}");

        assertThat(told).hasSize(1);
        assertThat(idl.sequence()).isEqualTo(sequence);
        assertThat(idl.table("T").require(Scene.row(1)).get("n")).hasToString("7");
    }

    @Nested
    class AListenerThatThrows {
        @Test
        void isToldOnAndHarmsNobody() {
            LiveIdl idl = live(initial(1, "a"));
            idl.listen(scene.later, changes -> {
                told.add("bad");
                throw new IllegalStateException("on purpose");
            });
            idl.listen(scene.later, log);
            scene.update(server, "T", rename(1, "b"));

            assertThat(told).hasSize(4).filteredOn(each -> each.equals("bad")).hasSize(2);
            assertThat(idl.state().isLive()).isTrue();
            assertThat(idl.store().pinned()).isOne();
        }
    }

    @Nested
    class AnExecutorThatRefuses {
        @Test
        void endsTheRegistrationAndLetsGoWhatItHeld() {
            LiveIdl idl = live(initial(1, "a"));
            boolean[] open = {true};
            Registration registration = idl.listen(
                    task -> {
                        if (!open[0]) {
                            throw new RejectedExecutionException("on purpose");
                        }
                        task.run();
                    },
                    log);
            open[0] = false;
            scene.update(server, "T", rename(1, "b"));

            assertThat(told).hasSize(1);
            assertThat(Scene.failure(registration.ended())).isInstanceOf(RejectedExecutionException.class);
            assertThat(idl.store().pinned()).isZero();
            assertThat(idl.state().isLive()).isTrue();
        }
    }

    @Nested
    class AListenerThatIsSlow {
        @Test
        void isToldNetChangesOfWhatDidNotFit() {
            LiveIdl idl = live(Idl.of(Scene.ALL).listenerQueue(2), initial(1, "a"), initial(2, "b"));
            idl.listen(slow::add, log);
            scene.update(server, "T", rename(1, "a1")); // The second that waits; the others come into it.
            scene.update(server, "T", rename(1, "a2"), insert(3, "c"), insert(4, "d"));
            scene.update(server, "T", rename(4, "d1"), delete(3), delete(2));
            scene.update(server, "T", insert(2, "again"));
            runSlow();

            assertThat(told)
                    .containsExactly(
                            "INITIAL [INSERTED T {name=\"a\", n=0}, INSERTED T {name=\"b\", n=0}]",
                            "UPDATE [INSERTED T {name=\"d1\", n=0},"
                                    + " MODIFIED T {name=\"a\", n=0} {name=\"a2\", n=0} [name],"
                                    + " MODIFIED T {name=\"b\", n=0} {name=\"again\", n=0} [name]]");
            assertThat(idl.store().superseded()).isZero();
        }

        @Test
        void isNotToldWhatCameToNothing() {
            LiveIdl idl = live(Idl.of(Scene.ALL).listenerQueue(1));
            idl.listen(slow::add, log);
            runSlow();
            scene.update(server, "T", insert(1, "a"));
            scene.update(server, "T", delete(1));
            runSlow();
            scene.update(server, "T", insert(2, "b"));
            runSlow();

            assertThat(told).containsExactly("INITIAL []", "UPDATE [INSERTED T {name=\"b\", n=0}]");
        }

        @Test
        void isToldTheContentsAsTheyAreIfItHasHeardNothingYet() {
            LiveIdl idl = live(Idl.of(Scene.ALL).listenerQueue(1), initial(1, "a"));
            idl.listen(slow::add, log);
            scene.update(server, "T", rename(1, "b"), insert(2, "c"));
            runSlow();

            assertThat(told).containsExactly("INITIAL [INSERTED T {name=\"b\", n=0}, INSERTED T {name=\"c\", n=0}]");
        }

        @Test
        void isToldNothingOnceItIsClosed() {
            LiveIdl idl = live(initial(1, "a"));
            Registration registration = idl.listen(slow::add, log);
            scene.update(server, "T", rename(1, "b"));
            registration.close();
            runSlow();

            assertThat(told).isEmpty();
            assertThat(idl.store().pinned()).isZero();
        }
    }

    @Test
    void theEndComesBehindWhatWaits() {
        LiveIdl idl = live(initial(1, "a"));
        Registration registration = idl.listen(slow::add, log);
        scene.update(server, "T", rename(1, "b"));
        idl.close();
        assertThat(registration.ended()).isNotDone();
        runSlow();

        assertThat(told).hasSize(2);
        assertThat(registration.ended()).isCompleted();
    }

    @Test
    void whoComesWhenItIsOverIsToldTheLastContents() {
        LiveIdl idl = live(initial(1, "a"));
        idl.close();
        Registration registration = idl.listen(scene.later, log);
        scene.loop.run();

        assertThat(told).containsExactly("INITIAL [INSERTED T {name=\"a\", n=0}]");
        assertThat(registration.ended()).isCompleted();
    }

    @Test
    void whatIsReadAnewIsToldByItsDifferences() {
        LiveIdl idl = live(initial(1, "a"), initial(2, "b"));
        idl.listen(scene.later, log);
        ScriptedPeer next = scene.server();
        next.on("monitor_cond_since").reply(contents(initial(1, "a"), initial(3, "c")));
        server.hangUp();
        scene.loop.advance(Scene.AWHILE);

        assertThat(told)
                .hasSize(2)
                .last()
                .isEqualTo("RESYNC [DELETED T {name=\"b\", n=0} {name=\"b\", n=0}, INSERTED T {name=\"c\", n=0}]");
    }

    @Test
    void whoComesBetweenAVersionAndItsTellingIsToldItOnce() {
        Holdings holdings = new Holdings(Scene.ALL);
        ChangeDelivery delivery = new ChangeDelivery(holdings, 4, () -> {});
        Published version = holdings.store().beginContents().publish();
        Registration registration = delivery.listen(Collections.emptySet(), Runnable::run, log);
        delivery.published(version, true);
        delivery.published(holdings.store().beginContents().publish(), true);
        registration.close();

        assertThat(told).containsExactly("INITIAL []", "RESYNC []");
        assertThat(holdings.store().pinned()).isZero();
    }
}
