package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.JsonValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recording as it is played: without {@code echo} and its replies, each message with its place. Immutable. */
final class Script {
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<Integer, List<RecordedMessage>> bySession = new LinkedHashMap<>();
    private final Map<RecordedMessage, Place> places =
            new IdentityHashMap<>(); // Only looked up: one may have its equal.
    private final Map<String, Integer> numbers = new LinkedHashMap<>(); // Of the last message, by session and side.
    private final Map<Integer, Integer> clientsSaid = new LinkedHashMap<>(); // How much so far, by session.

    /**
     * Where a message stands.
     *
     * @param number among those of its side on its session, from 1
     * @param request what it answers, if it is a reply
     * @param behind how many messages clients had said before, by session
     */
    private record Place(int number, Optional<RecordedMessage> request, Map<Integer, Integer> behind) {}

    private record Request(int session, Speaker asked, JsonValue id) {}

    Script(Recording recording) {
        Map<Request, RecordedMessage> open = new LinkedHashMap<>();
        for (RecordedEvent event : recording.events()) {
            if (event instanceof RecordedMessage message) add(message, open);
            else events.add(event);
        }
    }

    private void add(RecordedMessage message, Map<Request, RecordedMessage> open) {
        Optional<RecordedMessage> request = Optional.empty();
        if (message.isReply()) {
            request = Optional.ofNullable(open.remove(request(message, other(message.from()))));
            if (request.filter(Script::isEcho).isPresent()) return;
        } else if (message.isRequest()) {
            open.put(request(message, message.from()), message);
        }
        if (!isEcho(message)) place(message, request);
    }

    private void place(RecordedMessage message, Optional<RecordedMessage> request) {
        events.add(message);
        int number = numbers.merge(message.session() + " " + message.from(), 1, Integer::sum);
        places.put(message, new Place(number, request, new LinkedHashMap<>(clientsSaid)));
        bySession
                .computeIfAbsent(message.session(), session -> new ArrayList<>())
                .add(message);
        if (message.from() == Speaker.CLIENT) clientsSaid.put(message.session(), number);
    }

    private static Request request(RecordedMessage message, Speaker asked) {
        return new Request(message.session(), asked, message.id().orElseThrow());
    }

    private static Speaker other(Speaker speaker) {
        return speaker == Speaker.CLIENT ? Speaker.SERVER : Speaker.CLIENT;
    }

    static boolean isEcho(RecordedMessage message) {
        return message.method().filter("echo"::equals).isPresent();
    }

    List<RecordedEvent> events() {
        return events;
    }

    /** What is said on each session, by its number, in the order in which they began to speak. */
    Map<Integer, List<RecordedMessage>> sessions() {
        return bySession;
    }

    List<RecordedMessage> of(int session, Speaker speaker) {
        return bySession.getOrDefault(session, List.of()).stream()
                .filter(message -> message.from() == speaker)
                .toList();
    }

    /** The request that a message answers; empty if it answers none. */
    Optional<RecordedMessage> request(RecordedMessage reply) {
        return place(reply).request();
    }

    /** How many messages clients have said, by session, when it is this one's turn: a reply has only its request to wait for. */
    Map<Integer, Integer> behind(RecordedMessage message) {
        return place(message)
                .request()
                .map(request -> {
                    Map<Integer, Integer> behind = new LinkedHashMap<>();
                    behind.put(message.session(), place(request).number());
                    return behind;
                })
                .orElse(place(message).behind());
    }

    private Place place(RecordedMessage message) {
        Place place = places.get(message);
        if (place == null) throw new IllegalArgumentException("not of this script: " + message);
        return place;
    }
}
