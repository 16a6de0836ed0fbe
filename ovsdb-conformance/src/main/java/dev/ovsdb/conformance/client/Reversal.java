package dev.ovsdb.conformance.client;

import dev.ovsdb.jsonrpc.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Holds requests back until two wait, so that the last one is answered first. A single one is given free when nothing follows it. */
final class Reversal {
    private final List<JsonObject> held = new ArrayList<>();
    private boolean begun;
    private boolean happened;

    /** From here on. */
    void begin() {
        begun = true;
    }

    /** The requests to be answered now that this one has come, in this order. */
    List<JsonObject> heldUntil(JsonObject request) {
        if (!begun) return List.of(request);
        held.add(0, request);
        if (held.size() < 2) return List.of();
        happened = true;
        return release();
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Those that are held, which are no longer. */
    List<JsonObject> release() {
        List<JsonObject> all = List.copyOf(held);
        held.clear();
        return all;
    }

    /** Whether it was asked for and never came about. */
    boolean isMissing() {
        return begun && !happened;
    }
}
