package dev.ovsdb.testkit.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What clients and a server said to each other, with the time of each message. Immutable.
 *
 * <p>{@link Recorder} makes one; {@link #save} keeps it in a file of lines, one for each message, which people can read and edit:
 *
 * <pre>
 * {"recording":1}
 * {"at":0,"session":1,"from":"client","message":{"id":0,"method":"list_dbs","params":[]}}
 * {"at":412,"session":1,"from":"server","message":{"id":0,"result":["Town","_Server"],"error":null}}
 * {"at":980,"session":1,"end":true}
 * </pre>
 *
 * <p>Times are microseconds since the recording began and never decrease. A message that is not JSON has {@code "bytes"}, in Base64, in the
 * place of {@code "message"}. Line ends within a message are kept as spaces.
 */
public final class Recording {
    private final List<RecordedEvent> events;

    Recording(List<RecordedEvent> events) {
        this.events = List.copyOf(events);
    }

    /**
     * Reads a file that {@link #save} wrote.
     *
     * @throws IllegalArgumentException if it is no recording; names file, line and reason
     * @throws UncheckedIOException if it cannot be read
     */
    public static Recording load(Path file) {
        try {
            return RecordingText.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recording " + file, e);
        }
    }

    /**
     * Reads a resource, named as for {@link Class#getResource}.
     *
     * @throws IllegalArgumentException if there is none, or it is no recording
     */
    public static Recording load(Class<?> neighbour, String resource) {
        try (InputStream stream = neighbour.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalArgumentException("no resource " + resource + " beside " + neighbour);
            return RecordingText.parse(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recording " + resource, e);
        }
    }

    /** Reads the text of such a file; throws as {@link #load(Path)}. */
    public static Recording parse(String text) {
        return RecordingText.parse("the recording", text);
    }

    /** Writes the file, in place of one that is there. */
    public void save(Path file) {
        try {
            Files.writeString(file, toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the recording " + file, e);
        }
    }

    /** Everything that happened, in order. */
    public List<RecordedEvent> events() {
        return events;
    }

    /** All messages, in order. */
    public List<RecordedMessage> messages() {
        return events.stream()
                .filter(RecordedMessage.class::isInstance)
                .map(RecordedMessage.class::cast)
                .toList();
    }

    /** The messages of one session, in order. */
    public List<RecordedMessage> messages(int session) {
        return messages().stream()
                .filter(message -> message.session() == session)
                .toList();
    }

    /** How many sessions there are. */
    public int sessions() {
        return events.stream().mapToInt(RecordedEvent::session).max().orElse(0);
    }

    /** The requests and notifications with this method, in order, from either side. */
    public List<RecordedMessage> calls(String method) {
        return messages().stream()
                .filter(message -> message.method().filter(method::equals).isPresent())
                .toList();
    }

    /** What the other side answered to a request of this recording; empty if it did not. */
    public Optional<RecordedMessage> reply(RecordedMessage request) {
        List<RecordedMessage> all = messages(request.session());
        int asked = all.indexOf(request);
        if (asked < 0 || !request.isRequest())
            throw new IllegalArgumentException("no request of this recording: " + request);
        return all.stream()
                .skip(asked)
                .filter(message -> message.from() != request.from() && message.isReply())
                .filter(message -> message.id().equals(request.id()))
                .findFirst();
    }

    /** What differs from another recording of the same, by the {@linkplain ComparisonRules#defaults usual rules}. */
    public Comparison compare(Recording other) {
        return compare(other, ComparisonRules.defaults());
    }

    /**
     * What differs from another recording of the same: session by session, message by message of each side, whenever they were said.
     */
    public Comparison compare(Recording other, ComparisonRules rules) {
        return new RecordingComparison(this, other, rules).compare();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recording that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    /** The text that {@link #save} writes. */
    @Override
    public String toString() {
        return RecordingText.of(events);
    }
}
