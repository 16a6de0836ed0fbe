package dev.ovsdb.testkit.recording;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.protocol.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a recording's file. */
final class RecordingText {
    private static final int VERSION = 1;

    private RecordingText() {}

    static String of(List<RecordedEvent> events) {
        StringBuilder text = new StringBuilder("{\"recording\":" + VERSION + "}\n");
        for (RecordedEvent event : events) {
            text.append("{\"at\":")
                    .append(event.micros())
                    .append(",\"session\":")
                    .append(event.session());
            if (event instanceof RecordedMessage message) append(text, message);
            else text.append(",\"end\":true");
            text.append("}\n");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, RecordedMessage message) {
        text.append(",\"from\":\"").append(message.from()).append("\",");
        byte[] bytes = message.bytes();
        if (isJson(bytes)) {
            // A line end within JSON stands between tokens, where a space means the same.
            String oneLine = message.text().replace('\n', ' ').replace('\r', ' ');
            text.append("\"message\":").append(oneLine);
        } else {
            text.append("\"bytes\":\"")
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append('"');
        }
    }

    private static boolean isJson(byte[] bytes) {
        try {
            JsonValue.parse(bytes);
            return true;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    static Recording parse(String origin, String text) {
        List<RecordedEvent> events = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                if (number == 1) requireVersion(line);
                else if (!line.isBlank()) add(events, new Line(line).event());
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(origin + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        if (number == 0) throw new IllegalArgumentException(origin + " is empty");
        return new Recording(events);
    }

    private static void requireVersion(String line) {
        if (!line.strip().equals("{\"recording\":" + VERSION + "}"))
            throw new IllegalArgumentException("expected {\"recording\":" + VERSION + "}");
    }

    private static void add(List<RecordedEvent> events, RecordedEvent event) {
        long before = events.isEmpty() ? 0 : events.get(events.size() - 1).micros();
        if (event.micros() < before) throw new IllegalArgumentException("\"at\" is before that of the line above");
        events.add(event);
    }

    /** One line, member by member: a message's text is taken as it stands. */
    private static final class Line {
        private long micros = -1;
        private long session = -1;
        private boolean end;
        private @Nullable Speaker from;
        private byte @Nullable [] bytes;

        Line(String line) {
            JsonReader reader = JsonReader.of(line.getBytes(StandardCharsets.UTF_8));
            reader.beginObject();
            while (reader.hasNext()) read(reader.nextName(), reader);
            reader.endObject();
            reader.end();
        }

        private void read(String name, JsonReader reader) {
            switch (name) {
                case "at" -> micros = reader.nextLong();
                case "session" -> session = reader.nextLong();
                case "end" -> end = reader.nextBoolean();
                case "from" -> from = Speaker.parse(reader.nextString());
                case "message" -> bytes = reader.rawValue();
                case "bytes" -> bytes = Base64.getDecoder().decode(reader.nextString());
                default -> throw new IllegalArgumentException("unknown member \"" + name + "\"");
            }
        }

        RecordedEvent event() {
            if (micros < 0) throw new IllegalArgumentException("no time \"at\"");
            if (session < 1 || session > Integer.MAX_VALUE)
                throw new IllegalArgumentException("no \"session\" from 1 on");
            if (end) return new RecordedEnd(micros, (int) session);
            if (from == null || bytes == null)
                throw new IllegalArgumentException("neither \"end\" nor \"from\" with \"message\" or \"bytes\"");
            return new RecordedMessage(micros, (int) session, from, bytes);
        }
    }
}
