package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.Said;
import dev.ovsdb.conformance.match.Bindings;
import dev.ovsdb.conformance.match.Expectation;
import dev.ovsdb.conformance.match.Mismatch;
import dev.ovsdb.conformance.match.PercentText;
import dev.ovsdb.conformance.suite.Step;
import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.conformance.wire.RawSession.Heard;
import dev.ovsdb.jsonrpc.time.IdSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plays steps on sessions with a server. Used once; for one thread. */
final class Exchange implements AutoCloseable {
    private static final String END = "{\"id\":\"the end\",\"method\":\"echo\",\"params\":[]}";

    private static final Pattern LASTING = Pattern.compile("monitor|lock|steal|set_db_change_aware|convert|wait");

    private final Sessions opened;
    private final Duration patience;
    private final Bindings bindings = new Bindings();
    private final Expectation expectation;
    private final String database;
    private final String lock = "kit_" + Long.toHexString(IdSource.random().nextLong()); // Nobody else's.
    private final Map<String, RawSession> sessions = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>(); // Sessions on which the last that was sent is no message.
    private final List<String> asNew = new ArrayList<>(); // Sessions that somebody else can go on with.
    private final List<Said> conversation = new ArrayList<>();

    /** @param database what {@code $database} stands for */
    Exchange(Sessions opened, Duration patience, boolean exact, String database) {
        this.opened = opened;
        this.patience = patience;
        this.expectation = new Expectation(bindings, exact);
        this.database = database;
    }

    List<Said> conversation() {
        return conversation;
    }

    /** @throws Mismatch if the server does something else, or says more than the steps expect */
    void play(List<Step> steps) throws Mismatch {
        for (Step step : steps) play(step);
        int last = steps.get(steps.size() - 1).line();
        for (String name : sessions.keySet()) {
            if (steps.stream().anyMatch(step -> isEndOf(name, step))) continue;
            expectNothingMore(name, last);
            if (conversation.stream().noneMatch(said -> lasts(name, said))) asNew.add(name);
        }
    }

    private void play(Step step) throws Mismatch {
        switch (step.kind()) {
            case SEND ->
                send(step, bindings.substitute(text(step)).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            case SEND_BYTES -> send(step, PercentText.bytes(text(step).replace('\'', '"')));
            case SEND_BAD -> send(step, text(step).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            case EXPECT, EXPECT_OTHER, EXPECT_BYTES -> expect(step);
            case EXPECT_CLOSED -> expectClosed(step);
            case CLOSE -> session(step).close();
            case EXPECT_CONNECTED, ANSWER, ANSWER_ERROR, NO_ANSWER, REVERSE_ANSWERS, NOT_SENT ->
                throw new IllegalStateException("a step for clients, at line " + step.line());
        }
    }

    private String text(Step step) {
        return step.text().replace("$database", database).replace("$lock", lock);
    }

    private void send(Step step, byte[] bytes) {
        boolean bad = step.kind() == Step.Kind.SEND_BAD;
        conversation.add(new Said(step.session(), bad ? Said.Kind.SENT_MALFORMED : Said.Kind.SENT, bytes));
        session(step).send(bytes);
        if (bad) broken.add(step.session());
    }

    private void expect(Step step) throws Mismatch {
        byte[] message = hear(step.session(), step.line(), text(step))
                .orElseThrow(() -> mismatch(step, "(closed)", "the server ended the connection"));
        Optional<String> difference = expectation.difference(step.kind(), text(step), message);
        if (difference.isPresent()) {
            throw mismatch(step, new String(message, StandardCharsets.UTF_8), difference.get());
        }
    }

    /** Behind what is no message an echo is sent: a server that goes on is found out at once. */
    private void expectClosed(Step step) throws Mismatch {
        if (broken.remove(step.session())) session(step).send(END.getBytes(StandardCharsets.UTF_8));
        Optional<byte[]> message = hear(step.session(), step.line(), "(closed)");
        if (message.isPresent()) {
            String received = new String(message.get(), StandardCharsets.UTF_8);
            throw mismatch(step, received, "the server did not end the connection");
        }
    }

    /** Whatever the server would still send comes before this answer. */
    private void expectNothingMore(String name, int line) throws Mismatch {
        session(name).send(END.getBytes(StandardCharsets.UTF_8));
        Optional<byte[]> message = hear(name, line, "(nothing more)");
        String received =
                message.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("(closed)");
        if (message.isEmpty()) throw new Mismatch(line, "(nothing more)", received, "the server ended the connection");
        if (!received.contains("\"the end\"")) {
            throw new Mismatch(line, "(nothing more)", received, "the server said more than it should");
        }
        conversation.remove(conversation.size() - 1);
    }

    /** Notes and returns what comes next: a message, or empty for the end. */
    private Optional<byte[]> hear(String name, int line, String expected) throws Mismatch {
        Optional<Heard> heard = session(name).heard(patience);
        if (heard.isEmpty()) {
            String nothing = "nothing came for " + patience.toMillis() + " ms";
            throw new Mismatch(line, expected, "(nothing)", nothing);
        }
        Optional<byte[]> message = heard.get().message();
        conversation.add(message.map(bytes -> new Said(name, Said.Kind.RECEIVED, bytes))
                .orElseGet(() -> new Said(name, Said.Kind.CLOSED, new byte[0])));
        return message;
    }

    private Mismatch mismatch(Step step, String received, String difference) {
        return new Mismatch(
                step.line(),
                (step.kind() == Step.Kind.EXPECT_OTHER ? "anything but " : "") + text(step),
                received,
                difference);
    }

    private static boolean lasts(String session, Said said) {
        return said.session().equals(session)
                && said.kind() == Said.Kind.SENT
                && LASTING.matcher(new String(said.bytes(), StandardCharsets.UTF_8))
                        .find();
    }

    private static boolean isEndOf(String session, Step step) {
        boolean end = step.kind() == Step.Kind.EXPECT_CLOSED || step.kind() == Step.Kind.CLOSE;
        return end && step.session().equals(session);
    }

    private RawSession session(Step step) {
        return session(step.session());
    }

    private RawSession session(String name) {
        return sessions.computeIfAbsent(name, first -> opened.open());
    }

    @Override
    public void close() {
        sessions.forEach((name, session) -> opened.giveBack(session, asNew.contains(name)));
    }
}
