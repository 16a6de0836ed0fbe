package dev.ovsdb.cli.json;

/** A text is no JSON; the message names the place and the reason as the reference does. */
public final class JsonTextException extends Exception {
    private static final long serialVersionUID = 1L;

    JsonTextException(String message) {
        super(message);
    }
}
