package dev.ovsdb.jsonrpc;

/** The peer answered the call with an error. */
public final class RemoteErrorException extends JsonRpcException {
    private static final long serialVersionUID = 1L;

    private final transient JsonValue error;

    /** An error that answers a call of the method. */
    public RemoteErrorException(String method, JsonValue error) {
        super(method + ": " + text(error), null);
        this.error = error;
    }

    private static String text(JsonValue error) {
        return error instanceof JsonString string ? string.value() : error.toString();
    }

    /** The {@code error} member of the reply, a string or an object as a rule; never JSON's null. */
    public JsonValue error() {
        return error;
    }

    /** Whether the error is exactly this string, such as {@code unknown method}. */
    public boolean isError(String text) {
        return error instanceof JsonString string && string.value().equals(text);
    }
}
