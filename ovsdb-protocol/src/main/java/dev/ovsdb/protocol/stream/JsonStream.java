package dev.ovsdb.protocol.stream;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Walks through one JSON text that arrives in pieces of any size and hands its values to a {@link StreamHandler}. Memory is
 * bounded by the largest value that the handler wants whole, besides a copy of a piece that has no accessible array.
 *
 * <p>A value that lies in one piece is decoded where it lies, in one pass: it is read as if the piece held its end, and only if
 * that fails is its end looked for. A value that straddles pieces is gathered, each byte scanned once, and read when whole.
 *
 * <p>For one thread. After an exception the stream is of no further use.
 */
public final class JsonStream {
    private static final int SCRATCH = 1 << 16;
    private static final int LARGEST_VALUE = Integer.MAX_VALUE - 16; // What an array can hold.

    /** What may come next at the level that was entered last. */
    private enum State {
        VALUE("a value"),
        FIRST_ELEMENT("a value or the end of an array"),
        FIRST_NAME("a member name or the end of an object"),
        NAME("a member name"),
        COLON("a colon"),
        AFTER("a comma or the end"),
        DONE("the end of the text");

        final String phrase;

        State(String phrase) {
            this.phrase = phrase;
        }
    }

    /** What the bytes that are scanned now belong to. */
    private enum Scanning {
        NOTHING,
        NAME,
        WHOLE,
        SKIPPED
    }

    private final StreamHandler handler;
    private final ValueScanner scanner = new ValueScanner();
    private boolean[] objects = new boolean[8]; // For each level entered: is it an object?
    private int depth;
    private State state = State.VALUE;
    private Scanning scanning = Scanning.NOTHING;
    private byte[] scratch = {}; // For pieces without an accessible array.
    private byte[] gathered = {};
    private int gatheredLength;
    private boolean cutShort; // The next value proved not to be whole in this piece.
    private int typical; // The length of the value read last: a shorter rest is not worth an attempt.
    private byte[] bytes = {};
    private int from;
    private int to;
    private int at;
    private long before; // Bytes of earlier pieces.

    public JsonStream(StreamHandler handler) {
        this.handler = handler;
    }

    /**
     * Takes the next piece, all that remains in it. The piece is not kept.
     *
     * @throws JsonSyntaxException if the text is not JSON; offsets count from its start
     */
    public void feed(ByteBuffer piece) {
        if (piece.hasArray()) {
            int start = piece.arrayOffset() + piece.position();
            walk(piece.array(), start, start + piece.remaining());
            piece.position(piece.limit());
        } else {
            feedCopied(piece);
        }
    }

    private void feedCopied(ByteBuffer piece) {
        while (piece.hasRemaining()) {
            int length = Math.min(piece.remaining(), SCRATCH);
            if (scratch.length < length) {
                scratch = new byte[length];
            }
            piece.get(scratch, 0, length);
            walk(scratch, 0, length);
        }
    }

    /**
     * Says that no piece follows.
     *
     * @throws JsonSyntaxException if the text is not complete
     */
    public void finish() {
        if (scanning != Scanning.NOTHING && scanner.mayEndHere()) {
            bytes = gathered;
            from = 0;
            to = 0;
            at = 0;
            scanned();
        }
        if (state != State.DONE || scanning != Scanning.NOTHING) {
            throw new JsonSyntaxException("the text ends too early", before);
        }
    }

    /** Whether the text is complete; only white space may follow. */
    public boolean isDone() {
        return state == State.DONE;
    }

    private void walk(byte[] piece, int start, int end) {
        bytes = piece;
        from = start;
        at = start;
        to = end;
        cutShort = false;
        while (at < to) {
            if (scanning != Scanning.NOTHING) {
                scanOn();
            } else if (isSpace(bytes[at])) {
                at++;
            } else {
                step(bytes[at]);
            }
        }
        before += end - start;
        bytes = scratch; // Do not hold on to a piece.
    }

    private void step(byte next) {
        switch (state) {
            case VALUE -> value(next);
            case FIRST_ELEMENT -> {
                if (next == ']') {
                    leave();
                } else {
                    value(next);
                }
            }
            case FIRST_NAME -> {
                if (next == '}') {
                    leave();
                } else {
                    name(next);
                }
            }
            case NAME -> name(next);
            case COLON -> {
                require(next == ':');
                at++;
                state = State.VALUE;
            }
            case AFTER -> after(next);
            case DONE -> require(false);
        }
    }

    private void value(byte first) {
        require(first != ',' && first != ':' && first != ']' && first != '}');
        if (first == '{' && depth > 0 && !objects[depth - 1] && readRun()) {
            return;
        }
        switch (handler.begin(depth, first)) {
            case ENTER -> enter(first);
            case SKIP -> scan(Scanning.SKIPPED, first);
            case WHOLE -> {
                if (first != '{' || !mayBeWhole() || !readInPlace()) {
                    scan(Scanning.WHOLE, first);
                }
            }
        }
    }

    private void name(byte first) {
        require(first == '"');
        if (!readRun()) {
            scan(Scanning.NAME, first);
        }
    }

    private void after(byte next) {
        boolean inObject = objects[depth - 1];
        if (next == ',') {
            at++;
            state = inObject ? State.NAME : State.VALUE;
        } else {
            require(next == (inObject ? '}' : ']'));
            leave();
        }
    }

    private void enter(byte first) {
        if (first != '{' && first != '[') {
            throw new IllegalStateException("only an array or an object can be entered");
        }
        if (depth == objects.length) {
            objects = Arrays.copyOf(objects, depth * 2);
        }
        at++;
        objects[depth++] = first == '{';
        state = first == '{' ? State.FIRST_NAME : State.FIRST_ELEMENT;
    }

    private void leave() {
        at++;
        depth--;
        afterValue();
        handler.end(depth);
    }

    private void afterValue() {
        state = depth == 0 ? State.DONE : State.AFTER;
    }

    private boolean mayBeWhole() {
        return !cutShort && to - at >= typical;
    }

    /** Reads an object as if its end were in this piece. A text cut short cannot look whole: its last bracket is missing. */
    private boolean readInPlace() {
        JsonReader reader = JsonReader.of(bytes, at, to);
        try {
            handler.read(depth, reader);
        } catch (RuntimeException cutShortOrWrong) {
            cutShort = true; // Or wrong: that is found out by looking for the end; then it is read once more.
            return false;
        }
        int length = (int) reader.offset();
        typical = length;
        at += length;
        afterValue();
        handler.accept(depth);
        return true;
    }

    /**
     * Reads as many members or elements as lie whole in this piece, with one reader and one look at each byte. Answers whether
     * there was one. What follows the last one is left to be stepped through.
     */
    private boolean readRun() {
        if (!mayBeWhole() || !handler.readsRuns(depth)) {
            return false;
        }
        int start = at;
        JsonReader reader = JsonReader.within(objects[depth - 1], bytes, start, to);
        int read = 0;
        do {
            try {
                handler.readNext(depth, reader);
            } catch (RuntimeException cutShortOrWrong) {
                cutShort = true; // As in readInPlace.
                break;
            }
            int end = start + (int) reader.offset();
            typical = end - at;
            at = end;
            read++;
            state = State.AFTER;
            handler.accept(depth);
        } while (to - at > typical && bytes[at] == ',');
        return read > 0;
    }

    private void scan(Scanning what, byte first) {
        scanning = what;
        gatheredLength = 0;
        scanner.start(first);
        scanOn();
    }

    private void scanOn() {
        int end = scanner.scan(bytes, at, to);
        if (end >= 0) {
            int start = at;
            at = end;
            if (gatheredLength > 0) {
                gather(start, end);
                scanned();
            } else {
                scanned(bytes, start, end);
            }
            return;
        }
        if (scanning != Scanning.SKIPPED) {
            gather(at, to);
        }
        at = to;
    }

    private void gather(int start, int end) {
        if (scanning == Scanning.SKIPPED) {
            return;
        }
        int length = end - start;
        if (gathered.length - gatheredLength < length) {
            if (length > LARGEST_VALUE - gatheredLength) {
                throw new JsonSyntaxException("a value of more than " + LARGEST_VALUE + " bytes", before);
            }
            int wanted = gatheredLength + length;
            gathered = Arrays.copyOf(gathered, Math.max(wanted, (int) Math.min(gatheredLength * 2L, 1 << 30)));
        }
        System.arraycopy(bytes, start, gathered, gatheredLength, length);
        gatheredLength += length;
    }

    private void scanned() {
        int length = gatheredLength;
        gatheredLength = 0;
        scanned(gathered, 0, length);
        if (gathered.length > SCRATCH) {
            gathered = new byte[0]; // One huge value must not make us keep its size.
        }
    }

    private void scanned(byte[] text, int start, int end) {
        Scanning what = scanning;
        scanning = Scanning.NOTHING;
        if (what == Scanning.NAME) {
            state = State.COLON;
            readScanned(what, text, start, end);
            return;
        }
        afterValue();
        cutShort = false;
        if (what == Scanning.WHOLE) {
            typical = end - start;
            readScanned(what, text, start, end);
            handler.accept(depth);
        }
    }

    private void readScanned(Scanning what, byte[] text, int start, int end) {
        JsonReader reader = JsonReader.of(text, start, end);
        try {
            if (what == Scanning.NAME) {
                handler.name(depth, reader);
            } else {
                handler.read(depth, reader);
            }
            reader.end();
        } catch (JsonSyntaxException e) {
            long offset = before + (at - from) - (end - start);
            JsonSyntaxException placed = new JsonSyntaxException(e.getMessage() + " of the value", offset);
            placed.initCause(e);
            throw placed;
        }
    }

    private void require(boolean expected) {
        if (!expected) {
            byte found = bytes[at];
            String shown = found > ' ' && found < 0x7f ? "'" + (char) found + "'" : "byte " + (found & 0xff);
            throw new JsonSyntaxException("expected " + state.phrase + ", found " + shown, before + at - from);
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
