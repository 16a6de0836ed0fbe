package dev.ovsdb.protocol.json;

/**
 * A string's bytes are not UTF-8. The text around it is JSON all the same (Open vSwitch refuses the value, not the message),
 * so the reader has gone past the string and may be used further.
 */
public final class MalformedUtf8Exception extends JsonSyntaxException {
    private static final long serialVersionUID = 1L;

    MalformedUtf8Exception(long offset) {
        super("a string is not valid UTF-8", offset);
    }
}
