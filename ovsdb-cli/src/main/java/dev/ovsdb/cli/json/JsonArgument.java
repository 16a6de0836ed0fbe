package dev.ovsdb.cli.json;

import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads JSON that a person wrote: an argument, or a file.
 *
 * <p>This is the lexer; {@link JsonTreeBuilder} is the grammar. It goes byte by byte because its messages count lines, columns
 * and bytes as the reference does: the place is what had been read when the error was seen, lines and columns from 0.
 */
public final class JsonArgument {
    private final JsonTreeBuilder tree = new JsonTreeBuilder();
    private final ByteArrayOutputStream token = new ByteArrayOutputStream();
    private State state = State.START;
    private int line;
    private int column;
    private int offset;

    private enum State {
        START,
        KEYWORD,
        NUMBER,
        STRING,
        ESCAPE
    }

    private JsonArgument() {}

    /**
     * The object or array that the text holds.
     *
     * @throws JsonTextException if it holds something else, or more
     */
    public static JsonValue parse(String text) throws JsonTextException {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The object or array that the bytes hold in UTF-8.
     *
     * @throws JsonTextException if they hold something else, or more
     */
    public static JsonValue parse(byte[] text) throws JsonTextException {
        JsonArgument parser = new JsonArgument();
        try {
            return parser.read(text);
        } catch (BadJson e) {
            throw new JsonTextException(String.format(
                    Locale.ROOT,
                    "line %d, column %d, byte %d: %s",
                    parser.line,
                    parser.column,
                    parser.offset,
                    e.reason()));
        }
    }

    private JsonValue read(byte[] text) throws BadJson {
        for (byte next : text) {
            int c = next & 0xff;
            if (!take(c)) {
                take(c); // It ended a number or a keyword, and is a token of its own.
            }
            advance(c);
        }
        switch (state) {
            case STRING, ESCAPE -> throw new BadJson("unexpected end of input in quoted string");
            case NUMBER, KEYWORD -> {
                take(' '); // Counted too: what comes after is one further.
                advance(' ');
            }
            case START -> {}
        }
        return tree.finish();
    }

    private void advance(int c) {
        offset++;
        column = c == '\n' ? 0 : column + 1;
        line += c == '\n' ? 1 : 0;
    }

    private boolean take(int c) throws BadJson {
        switch (state) {
            case START -> start(c);
            case KEYWORD -> {
                if (!isLetter(c)) {
                    return endKeyword();
                }
                token.write(c);
            }
            case NUMBER -> {
                if (c > 0x7f || ".0123456789eE-+".indexOf(c) < 0) {
                    return endNumber();
                }
                token.write(c);
            }
            case STRING -> inString(c);
            case ESCAPE -> {
                token.write(c);
                state = State.STRING;
            }
        }
        return true;
    }

    private void start(int c) throws BadJson {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            return;
        }
        if ("[]{}:,".indexOf(c) >= 0) {
            tree.punctuation((char) c);
        } else if (c == '"') {
            state = State.STRING;
        } else if (c >= 'a' && c <= 'z') {
            begin(State.KEYWORD, c);
        } else if (c == '-' || c >= '0' && c <= '9') {
            begin(State.NUMBER, c);
        } else if (c > 0x20 && c < 0x7f) {
            throw new BadJson("invalid character '" + (char) c + "'");
        } else {
            throw new BadJson(String.format(Locale.ROOT, "invalid character U+%04x", c));
        }
    }

    private void begin(State next, int c) {
        token.write(c);
        state = next;
    }

    private void inString(int c) throws BadJson {
        if (c == '"') {
            String raw = endToken();
            tree.string(raw.indexOf('\\') < 0 ? raw : JsonEscapes.unescape(raw));
        } else if (c < 0x20) {
            throw new BadJson(String.format(Locale.ROOT, "U+%04X must be escaped in quoted string", c));
        } else {
            token.write(c);
            state = c == '\\' ? State.ESCAPE : State.STRING;
        }
    }

    private boolean endKeyword() throws BadJson {
        String word = endToken();
        switch (word) {
            case "true" -> tree.value(JsonValue.of(true));
            case "false" -> tree.value(JsonValue.of(false));
            case "null" -> tree.value(JsonValue.ofNull());
            default -> throw new BadJson("invalid keyword '" + word + "'");
        }
        return false;
    }

    private boolean endNumber() throws BadJson {
        tree.value(JsonNumberText.parse(endToken()));
        return false;
    }

    private String endToken() {
        String text = token.toString(StandardCharsets.UTF_8);
        token.reset();
        state = State.START;
        return text;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** A reason without its place, which only the lexer knows. */
    static final class BadJson extends Exception {
        private static final long serialVersionUID = 1L;

        BadJson(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** The text of a JSON string, with its quotes. */
    public static String quote(String text) {
        return new JsonString(text).toString();
    }
}
