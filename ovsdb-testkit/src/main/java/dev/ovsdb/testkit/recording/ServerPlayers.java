package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives each client its recorded session. Confined to the loop of the stage. */
final class ServerPlayers {
    private final Stage stage;
    private final List<ServerPlayer> free = new ArrayList<>();
    private final List<ServerPlayer> all = new ArrayList<>();
    private int clients;

    ServerPlayers(Stage stage) {
        this.stage = stage;
        stage.script().sessions().keySet().forEach(session -> all.add(new ServerPlayer(stage, this, session)));
        free.addAll(all);
    }

    void begin() {
        if (all.isEmpty()) stage.complete();
        else stage.progress(this::missing);
    }

    void accepted(Transport transport) {
        new Client(transport).line.start();
    }

    /** Lets each player say what it may say now; ends the play when all was said. */
    void goOn() {
        if (stage.isOver()) return;
        all.forEach(ServerPlayer::goOn);
        if (all.stream().allMatch(ServerPlayer::isDone)) stage.complete();
        else stage.progress(this::missing);
    }

    /** How many of the messages of clients have come, by session. */
    boolean haveCome(Map<Integer, Integer> needed) {
        for (ServerPlayer player : all) {
            if (player.heard() < needed.getOrDefault(player.session(), 0)) return false;
        }
        return true;
    }

    private Difference missing() {
        for (ServerPlayer player : all) {
            Optional<Difference> missing = player.missing();
            if (missing.isPresent()) return missing.get();
        }
        throw new IllegalStateException("nothing is missing");
    }

    /** A client before and after it is known which of the recorded ones it is. */
    private final class Client {
        private final Line line;
        private final int number = ++clients;
        private Optional<ServerPlayer> player = Optional.empty();

        Client(Transport transport) {
            line = new Line(transport, number, Speaker.CLIENT, this::hear, this::ended);
            takeOneThatSaysNothing();
        }

        private void takeOneThatSaysNothing() {
            if (!free.isEmpty() && free.get(0).saysNothing()) take(free.get(0));
        }

        private void hear(RecordedMessage message) {
            if (stage.isOver()) line.close(); // Nobody answers any more.
            else if (player.isEmpty()) recognise(message);
            else check(player.get().hear(message));
        }

        private void recognise(RecordedMessage message) {
            Optional<Difference> first = Optional.empty();
            for (ServerPlayer candidate : free) {
                Optional<Difference> difference = candidate.hear(message);
                if (difference.isEmpty()) {
                    take(candidate);
                    goOn();
                    return;
                }
                if (first.isEmpty()) first = difference;
            }
            check(first.or(() -> Optional.of(new Difference("client " + number, "no further client", message.text()))));
        }

        private void take(ServerPlayer recorded) {
            free.remove(recorded);
            player = Optional.of(recorded);
            recorded.meet(line);
        }

        private void check(Optional<Difference> difference) {
            if (difference.isEmpty()) {
                goOn();
                return;
            }
            stage.differ(difference.get());
            line.close();
        }

        private void ended() {
            if (stage.isOver()) return;
            player.flatMap(ServerPlayer::missingOfClient).ifPresent(stage::differ);
        }
    }
}
