package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import org.jspecify.annotations.Nullable;

/** A request to end a monitor, {@code monitor_cancel}. Immutable. */
public final class CancelCall {
    private static final JsonValue INVALID = JsonValue.of("invalid parameters");
    private static final JsonValue UNKNOWN = JsonValue.of("unknown monitor");

    private final boolean wellFormed;
    private final JsonValue id;

    private CancelCall(boolean wellFormed, JsonValue id) {
        this.wellFormed = wellFormed;
        this.id = id;
    }

    /** Reads params, which are an array. */
    public static CancelCall read(JsonBytes params) {
        MonitorParams read = MonitorParams.read(params);
        return new CancelCall(read.count() == 1, read.value(0));
    }

    public JsonValue id() {
        return id;
    }

    /** The error with which the request is to be answered, or null; here errors are strings. */
    public @Nullable JsonValue refusal(boolean known) {
        if (!wellFormed) {
            return INVALID;
        }
        return known ? null : UNKNOWN;
    }
}
