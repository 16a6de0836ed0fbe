package dev.ovsdb.conformance.client;

import dev.ovsdb.conformance.Said;
import dev.ovsdb.conformance.match.Bindings;
import dev.ovsdb.conformance.match.JsonMatch;
import dev.ovsdb.conformance.match.Mismatch;
import dev.ovsdb.conformance.suite.Case.Writes;
import dev.ovsdb.conformance.suite.Step;
import dev.ovsdb.conformance.wire.Listening;
import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.conformance.wire.RawSession.Heard;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays a server's side of a case. A client asks what it likes in whatever order: requests are answered as they come, by rules,
 * while the next expected message is awaited. A reply that is not the expected one is a fault at once. Used once.
 */
final class ClientExchange implements AutoCloseable {
    private static final String ANY_MONITOR = "$monitor"; // That is not refused.
    private static final String ANY_REQUEST = "$asked"; // For a monitor, which may be refused.
    private static final String INSERT = "$insert";
    private static final int PARTS_OF_PATIENCE = 10; // One of them is for a request that may follow another one.

    private final Listening listening;
    private final Duration patience;
    private final Writes writes;
    private final Answers answers = new Answers();
    private final Reversal reversal = new Reversal();
    private final List<Said> conversation = new ArrayList<>();
    private final List<JsonObject> unanswered = new ArrayList<>();
    private final List<JsonObject> asked = new ArrayList<>(); // On this connection, and not yet expected.
    private final List<String> methods = new ArrayList<>(); // Of all requests on this connection.
    private final List<RawSession> sessions = new ArrayList<>();
    private Optional<Monitored> monitored = Optional.empty();

    ClientExchange(Listening listening, Duration patience, Writes writes) {
        this.listening = listening;
        this.patience = patience;
        this.writes = writes;
    }

    List<Said> conversation() {
        return conversation;
    }

    /** @throws Mismatch if the client does something else */
    void play(List<Step> steps) throws Mismatch {
        for (Step step : steps) play(step);
    }

    /** Why the steps, though all went well, were not what the case is about; empty if they were. */
    Optional<String> lack() {
        return reversal.isMissing()
                ? Optional.of("the client never had two requests at once that waited for their answers")
                : Optional.empty();
    }

    private void play(Step step) throws Mismatch {
        if (!step.isExpectation()) answerHeld();
        switch (step.kind()) {
            case EXPECT_CONNECTED -> awaitConnection(step);
            case ANSWER -> rule(step, Optional.of(Answers.result(value(step))));
            case ANSWER_ERROR -> rule(step, Optional.of(Answers.error(value(step))));
            case NO_ANSWER -> rule(step, Optional.empty());
            case REVERSE_ANSWERS -> reversal.begin();
            case SEND -> send(Said.Kind.SENT, text(step));
            case SEND_BAD -> send(Said.Kind.SENT_MALFORMED, step.text().replace('\'', '"'));
            case CLOSE -> session().close();
            case EXPECT -> expect(step);
            case EXPECT_CLOSED -> awaitEnd(step);
            case NOT_SENT -> notSent(step);
            case SEND_BYTES, EXPECT_OTHER, EXPECT_BYTES ->
                throw new IllegalStateException("no step for clients, at line " + step.line());
        }
    }

    private void awaitConnection(Step step) throws Mismatch {
        RawSession next = listening.next(patience).orElseThrow(() -> nothing(step, "no client connected"));
        sessions.add(next);
        asked.clear();
        methods.clear();
        unanswered.clear();
        reversal.release();
    }

    /** From here on; requests that have waited for it are answered now. */
    private void rule(Step step, Optional<JsonObject> reply) {
        String method = step.text().split(" ", 2)[0];
        answers.rule(method, reply);
        if (reply.isEmpty()) return;
        for (JsonObject request : List.copyOf(unanswered)) {
            if (method(request).equals(method)) {
                unanswered.remove(request);
                reply(request);
            }
        }
    }

    private static JsonValue value(Step step) {
        return JsonValue.parse(step.text().split(" ", 2)[1].replace('\'', '"'));
    }

    private String text(Step step) throws Mismatch {
        if (!step.text().equals(INSERT)) return step.text().replace('\'', '"');
        return monitored
                .orElseThrow(() -> nothing(step, "the client has asked for no monitor"))
                .insert()
                .toString();
    }

    private void send(Said.Kind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        conversation.add(new Said(name(), kind, bytes));
        if (writes == Writes.WHOLE) {
            session().send(bytes);
            return;
        }
        for (byte next : bytes) session().send(new byte[] {next});
    }

    private void expect(Step step) throws Mismatch {
        for (JsonObject request : asked) {
            if (difference(step, request).isEmpty()) {
                asked.remove(request);
                return;
            }
        }
        while (true) {
            JsonObject message = hear(step).orElseThrow(() -> nothing(step, "the client ended the connection"));
            Optional<String> difference = difference(step, message);
            if (difference.isEmpty()) return;
            if (message.get("method").isEmpty()) {
                throw new Mismatch(step.line(), step.text(), message.toString(), difference.get());
            }
            asked.add(message);
        }
    }

    private Optional<String> difference(Step step, JsonObject message) {
        if (step.text().equals(ANY_REQUEST)) {
            return isRequest(message) && Monitored.of(message).isPresent()
                    ? Optional.empty()
                    : Optional.of("this asks for no monitor");
        }
        if (step.text().equals(ANY_MONITOR)) {
            return acceptedMonitor(message).isPresent()
                    ? Optional.empty()
                    : Optional.of("this is no request for a monitor that the server accepts");
        }
        JsonValue expected = JsonValue.parse(step.text().replace('\'', '"'));
        return new JsonMatch(new Bindings(), false).difference(expected, message);
    }

    /** The monitor that a request asks for; empty if it asks for something else, or is refused. */
    private Optional<Monitored> acceptedMonitor(JsonObject message) {
        if (!isRequest(message) || answers.refuses(method(message))) return Optional.empty();
        return Monitored.of(message);
    }

    private void awaitEnd(Step step) throws Mismatch {
        while (hear(step).isPresent()) {
            // Whatever it still says.
        }
    }

    private void notSent(Step step) throws Mismatch {
        String[] words = step.text().split(" after ");
        int from = words.length == 1 ? 0 : methods.indexOf(words[1]) + 1;
        boolean begun = words.length == 1 || from > 0;
        if (begun && methods.subList(from, methods.size()).contains(words[0])) {
            String difference = "the client sent it all the same";
            throw new Mismatch(step.line(), "no request " + step.text(), methods.toString(), difference);
        }
    }

    /** The next message, answered if it is a request; empty for the end of the connection. */
    private Optional<JsonObject> hear(Step step) throws Mismatch {
        Heard heard = heard().orElseThrow(() -> nothing(step, "nothing came for " + patience.toMillis() + " ms"));
        if (heard.message().isEmpty()) {
            conversation.add(new Said(name(), Said.Kind.CLOSED, new byte[0]));
            return Optional.empty();
        }
        conversation.add(new Said(name(), Said.Kind.RECEIVED, heard.message().get()));
        JsonObject message = parse(step, heard.message().get());
        if (isRequest(message)) {
            methods.add(method(message));
            acceptedMonitor(message).ifPresent(found -> monitored = Optional.of(found));
            reversal.heldUntil(message).forEach(this::reply);
        }
        return Optional.of(message);
    }

    private Optional<Heard> heard() {
        if (!reversal.isEmpty()) {
            Optional<Heard> soon = session().heard(patience.dividedBy(PARTS_OF_PATIENCE));
            if (soon.isPresent()) return soon;
            answerHeld();
        }
        return session().heard(patience);
    }

    private void answerHeld() {
        reversal.release().forEach(this::reply);
    }

    private void reply(JsonObject request) {
        Optional<JsonObject> reply = answers.to(request);
        reply.ifPresentOrElse(some -> send(Said.Kind.SENT, some.toString()), () -> unanswered.add(request));
    }

    private static JsonObject parse(Step step, byte[] message) throws Mismatch {
        String text = new String(message, StandardCharsets.UTF_8);
        try {
            return (JsonObject) JsonValue.parse(message);
        } catch (JsonRpcException e) {
            throw new Mismatch(step.line(), step.text(), text, "not JSON: " + e.getMessage());
        }
    }

    private static boolean isRequest(JsonObject message) {
        return message.get("method").orElse(null) instanceof JsonString
                && message.get("params").isPresent()
                && !message.get("id").orElse(JsonValue.ofNull()).isNull();
    }

    private static String method(JsonObject request) {
        return ((JsonString) request.get("method").orElseThrow()).value();
    }

    private static Mismatch nothing(Step step, String why) {
        return new Mismatch(step.line(), step.text(), "(nothing)", why);
    }

    private String name() {
        return String.valueOf(sessions.size());
    }

    private RawSession session() {
        if (sessions.isEmpty()) throw new IllegalStateException("a case for clients begins with \"< connected\"");
        return sessions.get(sessions.size() - 1);
    }

    @Override
    public void close() {
        sessions.forEach(RawSession::close);
    }
}
