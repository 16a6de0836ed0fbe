package dev.ovsdb.conformance.match;

import dev.ovsdb.conformance.suite.Step.Kind;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.util.Optional;

/** Compares messages with the text of a step. */
public final class Expectation {
    private final JsonMatch match;
    private final boolean exact;

    /** @param exact whether texts and forms that programs are free in must be as they are expected */
    public Expectation(Bindings bindings, boolean exact) {
        this.match = new JsonMatch(bindings, exact);
        this.exact = exact;
    }

    /** How the message differs; empty if it is as expected. */
    public Optional<String> difference(Kind kind, String expected, byte[] message) {
        return switch (kind) {
            case EXPECT -> json(expected, message);
            case EXPECT_OTHER ->
                json(expected, message).isPresent() ? Optional.empty() : Optional.of("it is just that");
            case EXPECT_BYTES -> bytes(expected, message);
            default -> throw new IllegalArgumentException("no message is expected: " + kind);
        };
    }

    private Optional<String> json(String expected, byte[] message) {
        try {
            return match.difference(JsonValue.parse(expected), JsonValue.parse(message));
        } catch (MalformedMessageException e) {
            return Optional.of("not JSON: " + e.getMessage());
        }
    }

    private Optional<String> bytes(String expected, byte[] message) {
        byte[] wanted = PercentText.bytes(expected);
        String found = PercentText.text(message);
        if (PercentText.text(wanted).equals(found)) return Optional.empty();
        if (exact) return Optional.of("the bytes are " + found);
        try {
            return match.difference(JsonValue.parse(wanted), JsonValue.parse(message));
        } catch (MalformedMessageException e) {
            return Optional.of("the bytes are " + found);
        }
    }
}
