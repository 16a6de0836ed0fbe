package dev.ovsdb.jsonrpc.service;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;

/** Makes the {@code error} member of a reply from what a service method threw. */
@FunctionalInterface
public interface ErrorShape {
    /**
     * As OVSDB does it: an object of {@code error} and {@code details}. A {@link ServiceException} is passed on as it is.
     */
    ErrorShape OBJECT = (method, thrown) -> {
        if (thrown instanceof ServiceException chosen) {
            return chosen.error();
        }
        String tag = thrown instanceof InvalidParamsException ? "invalid parameters" : "internal error";
        String details = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return JsonObject.EMPTY.with("error", JsonValue.of(tag)).with("details", printable(details));
    };

    /** As plain strings: the tag alone. */
    ErrorShape STRING = (method, thrown) -> {
        if (thrown instanceof ServiceException chosen) {
            return chosen.error();
        }
        return JsonValue.of(thrown instanceof InvalidParamsException ? "invalid parameters" : "internal error");
    };

    /** The error to answer with. If this throws, or is JSON's null, the answer is {@code internal error}. */
    JsonValue errorOf(String method, Throwable thrown);

    private static JsonValue printable(String text) {
        try {
            return JsonValue.of(text);
        } catch (IllegalArgumentException e) {
            return JsonValue.of("(text that JSON cannot hold)");
        }
    }
}
