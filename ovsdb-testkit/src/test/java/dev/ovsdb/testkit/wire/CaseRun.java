package dev.ovsdb.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plays a case against a server, and shows each message to our own codecs too. */
final class CaseRun implements AutoCloseable {
    private final WireCase wireCase;
    private final String remote;
    private final Bindings bindings = new Bindings();
    private final Map<String, RawSession> sessions = new LinkedHashMap<>();
    private final Map<String, CodecCheck> codecs = new LinkedHashMap<>();

    CaseRun(WireCase wireCase, String remote) {
        this.wireCase = wireCase;
        this.remote = remote;
    }

    void play() {
        for (Step step : wireCase.steps()) {
            try {
                play(step);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(wireCase + ".wire:" + step.line() + ": " + e.getMessage(), e);
            }
        }
        sessions.forEach(this::expectNothingMore);
    }

    private void play(Step step) {
        switch (step.kind()) {
            case SEND ->
                send(step, bindings.substitute(step.text()).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            case SEND_BYTES -> send(step, PercentText.bytes(step.text().replace('\'', '"')));
            case SEND_BAD -> sendBad(step);
            case EXPECT -> expect(step);
            case EXPECT_BYTES -> expectBytes(step);
            case EXPECT_CLOSED -> session(step).expectClosed();
        }
    }

    private void send(Step step, byte[] bytes) {
        codec(step).sent(bytes);
        session(step).send(bytes);
    }

    private void sendBad(Step step) {
        byte[] bytes = step.text().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        session(step).send(bytes);
        codec(step).refuses(bytes);
    }

    private void expect(Step step) {
        byte[] message = session(step).receive();
        JsonValue actual = JsonValue.parse(message);
        if (!new JsonMatch(bindings).matches(JsonValue.parse(step.text()), actual)) {
            fail("expected %s%n but was %s", step.text(), actual);
        }
        codec(step).received(message);
    }

    private void expectBytes(Step step) {
        byte[] message = session(step).receive();
        assertThat(PercentText.text(message)).isEqualTo(PercentText.text(PercentText.bytes(step.text())));
        if (!step.text().contains("%ed"))
            codec(step).received(message); // Not a surrogate in UTF-8, which no reader takes.
    }

    /** Whatever the server would still send comes before this answer. */
    private void expectNothingMore(String name, RawSession session) {
        if (wireCase.steps().stream().anyMatch(step -> isEndOf(name, step))) return;
        session.send("{'id':'the end','method':'echo','params':[]}");
        assertThat(session.receiveText())
                .as("what came last")
                .isEqualTo("{\"id\":\"the end\",\"result\":[],\"error\":null}");
    }

    private static boolean isEndOf(String session, Step step) {
        return step.kind() == Step.Kind.EXPECT_CLOSED && step.session().equals(session);
    }

    private RawSession session(Step step) {
        return sessions.computeIfAbsent(step.session(), name -> RawSession.open(remote));
    }

    private CodecCheck codec(Step step) {
        return codecs.computeIfAbsent(step.session(), name -> new CodecCheck(wireCase.schemaFile()));
    }

    @Override
    public void close() {
        sessions.values().forEach(RawSession::close);
    }
}
