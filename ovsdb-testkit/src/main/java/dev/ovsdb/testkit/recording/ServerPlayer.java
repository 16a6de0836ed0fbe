package dev.ovsdb.testkit.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's part on one recorded session. Confined to the loop of the stage. */
final class ServerPlayer {
    private final Stage stage;
    private final ServerPlayers others;
    private final int session;
    private final List<RecordedMessage> expected; // Of the client.
    private final List<Cue> cues = new ArrayList<>(); // What the server says.
    private @Nullable Line line; // Null: no client has come yet that is this one.
    private int heard;
    private int said;
    private boolean timerRuns;

    /** Something that is said when so many messages have come, by session. */
    private record Cue(RecordedMessage message, Map<Integer, Integer> behind) {}

    ServerPlayer(Stage stage, ServerPlayers others, int session) {
        this.stage = stage;
        this.others = others;
        this.session = session;
        this.expected = stage.script().of(session, Speaker.CLIENT);
        for (RecordedMessage message : stage.script().of(session, Speaker.SERVER))
            cues.add(new Cue(message, stage.script().behind(message)));
    }

    int session() {
        return session;
    }

    int heard() {
        return heard;
    }

    boolean saysNothing() {
        return expected.isEmpty();
    }

    boolean isDone() {
        return line != null && heard == expected.size() && said == cues.size();
    }

    void meet(Line client) {
        line = client;
    }

    /** The client said this: how it differs from what it said then, or nothing. */
    Optional<Difference> hear(RecordedMessage message) {
        if (heard == expected.size())
            return Optional.of(
                    new Difference(Judge.where(session, Speaker.CLIENT, heard + 1), "nothing", message.text()));
        Optional<Difference> difference = stage.judge().difference(expected.get(heard), heard + 1, message);
        if (difference.isEmpty()) heard++;
        return difference;
    }

    /** Says what it is time for. */
    void goOn() {
        while (line != null
                && said < cues.size()
                && others.haveCome(cues.get(said).behind())) {
            RecordedMessage next = cues.get(said).message();
            Duration left = stage.untilDue(next.micros());
            if (!left.isZero()) {
                stage.dueIn(left);
                wait(left);
                return;
            }
            line.say(next, stage.judge());
            said++;
        }
    }

    private void wait(Duration left) {
        if (timerRuns) return;
        timerRuns = true;
        stage.loop().schedule(left, () -> {
            timerRuns = false;
            others.goOn();
        });
    }

    /** What is still to come, of the client or by us. */
    Optional<Difference> missing() {
        if (isDone()) return Optional.empty();
        return missingOfClient()
                .or(() -> Optional.of(new Difference(
                        Judge.where(session, Speaker.SERVER, said + 1),
                        said < cues.size() ? cues.get(said).message().text() : "a client",
                        "its turn did not come within " + stage.patience())));
    }

    Optional<Difference> missingOfClient() {
        if (heard == expected.size()) return Optional.empty();
        return Optional.of(new Difference(
                Judge.where(session, Speaker.CLIENT, heard + 1),
                expected.get(heard).text(),
                "nothing"));
    }
}
