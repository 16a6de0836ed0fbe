package dev.ovsdb.cli.log;

import dev.ovsdb.cli.json.JsonArgument;
import dev.ovsdb.cli.json.JsonTextException;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the records of a database file one after another, and tests each one's checksum. */
final class LogReader {
    private static final Pattern HEADER = Pattern.compile("([A-Z]+) JSON ([0-9]{1,10}) ([0-9a-f]{40})");

    private final InputStream in;
    private final String name;
    private long offset;

    LogReader(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    /** The next record; empty at the end. */
    Optional<JsonObject> next() throws IOException, LogException {
        long at = offset;
        Optional<String> header = line();
        if (header.isEmpty()) {
            if (at == 0) {
                throw new LogException("ovsdb error: " + name + ": cannot identify file type");
            }
            return Optional.empty();
        }
        Matcher matcher = HEADER.matcher(header.get());
        if (!matcher.matches()) {
            throw badHeader(header.get(), at);
        } else if (!matcher.group(1).equals("OVSDB")) {
            throw new LogException("ovsdb error: " + name + ": cannot read a file of kind " + matcher.group(1)
                    + "; expected a standalone database");
        }
        return Optional.of(data(Integer.parseInt(matcher.group(2)), matcher.group(3)));
    }

    private LogException badHeader(String header, long at) {
        return new LogException(
                at == 0
                        ? "ovsdb error: " + name + ": unexpected file format"
                        : "syntax error: " + name + ": parse error at offset " + at + " in header line \"" + header
                                + "\"");
    }

    private JsonObject data(int length, String expected) throws IOException, LogException {
        long at = offset;
        byte[] data = in.readNBytes(length);
        offset += data.length;
        if (data.length < length) {
            throw new LogException("I/O error: " + name + ": error reading " + length + " bytes starting at offset "
                    + at + " (End of file)");
        }
        String actual = LogRecord.sha1(data);
        if (!actual.equals(expected)) {
            throw bad(data, at, "have SHA-1 hash " + actual + " but should have hash " + expected);
        }
        try {
            JsonValue json = JsonArgument.parse(data);
            if (json instanceof JsonObject object) {
                return object;
            }
        } catch (JsonTextException e) {
            throw bad(data, at, "are not valid JSON (" + e.getMessage() + ")");
        }
        throw bad(data, at, "are not a JSON object");
    }

    private LogException bad(byte[] data, long at, String problem) {
        return new LogException(
                "syntax error: " + name + ": " + data.length + " bytes starting at offset " + at + " " + problem);
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
            offset++;
        }
        offset += c == '\n' ? 1 : 0;
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }
}
