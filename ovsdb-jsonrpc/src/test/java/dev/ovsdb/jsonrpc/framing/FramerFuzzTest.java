package dev.ovsdb.jsonrpc.framing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Any bytes: the framer finds what {@link PlainFramer} finds, and the same in any pieces, kept or streamed. */
class FramerFuzzTest {
    private static final FramingLimits WIDE = FramingLimits.DEFAULT.withMaxNesting(40);
    private static final FramingLimits NARROW = new FramingLimits(64, 48, 5, true);

    @FuzzTest
    void framer(byte[] stream) {
        Run whole = new Run(WIDE, false).feed(stream, null);
        agreesWithThePlainOne(whole, new PlainFramer(stream, WIDE.maxNesting()));
        Random cuts = new Random(Arrays.hashCode(stream));
        assertThat(new Run(WIDE, false).feed(stream, cuts)).isEqualTo(whole);
        Run streamed = new Run(WIDE, true).feed(stream, null);
        assertThat(new Run(WIDE, true).feed(stream, cuts)).isEqualTo(streamed);
        streamsWhatIsKeptOtherwise(streamed, whole);
        limitsOnlyTakeAway(stream, cuts, whole);
        if (!String.valueOf(whole.fault).startsWith("not UTF-8")) {
            Run unchecked = new Run(WIDE.withCheckUtf8(false), false).feed(stream, cuts);
            assertThat(unchecked).isEqualTo(whole);
        }
    }

    private static void agreesWithThePlainOne(Run run, PlainFramer plain) {
        assertThat(run.found).isEqualTo(plain.messages());
        assertThat(run.end()).as("%s", run.fault).isEqualTo(plain.end());
    }

    /** A body that is handed on early binds the peer to its id or method; that is the only other reason to refuse. */
    private static void streamsWhatIsKeptOtherwise(Run streamed, Run kept) {
        boolean bound = streamed.fault != null && streamed.fault.contains("handed on");
        if (!bound) {
            assertThat(streamed).isEqualTo(kept);
        }
        beginsWith(kept.found, streamed.found);
    }

    private static void beginsWith(List<PlainFramer.Found> all, List<PlainFramer.Found> first) {
        assertThat(first).isEqualTo(all.subList(0, Math.min(first.size(), all.size())));
    }

    private static void limitsOnlyTakeAway(byte[] stream, Random cuts, Run wide) {
        for (boolean streaming : new boolean[] {false, true}) {
            Run whole = new Run(NARROW, streaming).feed(stream, null);
            Run pieces = new Run(NARROW, streaming).feed(stream, cuts);
            assertThat(pieces.found).isEqualTo(whole.found);
            assertThat(pieces.end()).isEqualTo(whole.end());
            beginsWith(wide.found, whole.found);
            assertThat(whole.largest).isLessThanOrEqualTo(64);
            if (wide.fault == null && whole.fault != null) {
                assertThat(whole.fault).containsAnyOf("maxMessageBytes", "maxStreamedBytes", "5 levels", "handed on");
            }
        }
    }

    /** What one framer made of one stream. */
    private static final class Run implements MessageSink {
        private final MessageFramer framer;
        private final boolean streaming;
        private final List<PlainFramer.Found> found = new ArrayList<>();
        private final ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        private @Nullable String fault;
        private int largest; // Body, in bytes.

        Run(FramingLimits limits, boolean streaming) {
            this.framer = new MessageFramer(limits, this);
            this.streaming = streaming;
        }

        /** Without cuts in one piece, with them in pieces that are overwritten as soon as they were taken. */
        Run feed(byte[] stream, @Nullable Random cuts) {
            int longest = cuts == null ? stream.length : 1 + cuts.nextInt(24);
            try {
                for (int from = 0; from < stream.length; ) {
                    int to = cuts == null ? stream.length : Math.min(stream.length, from + 1 + cuts.nextInt(longest));
                    byte[] piece = Arrays.copyOfRange(stream, from, to);
                    framer.feed(ByteBuffer.wrap(piece));
                    Arrays.fill(piece, (byte) '?');
                    from = to;
                }
            } catch (MalformedMessageException e) {
                fault = e.getMessage();
            }
            return this;
        }

        PlainFramer.End end() {
            if (fault != null) {
                return PlainFramer.End.MALFORMED;
            }
            return framer.isInsideMessage() ? PlainFramer.End.INSIDE_MESSAGE : PlainFramer.End.BETWEEN_MESSAGES;
        }

        @Override
        public void onMessage(Message message) {
            found.add(message.isStreamed() ? whole(message) : PlainFramer.Found.of(message));
            largest = Math.max(
                    largest,
                    message.isStreamed()
                            ? streamed.size()
                            : (int) message.requireBody().size());
            streamed.reset();
        }

        private PlainFramer.Found whole(Message message) {
            return new PlainFramer.Found(
                    message.kind(), message.id(), message.method(), JsonValue.parse(streamed.toByteArray()));
        }

        @Override
        public @Nullable BodySink streamResult(JsonValue id) {
            return streaming ? sink() : null;
        }

        @Override
        public @Nullable BodySink streamParams(String method, @Nullable JsonValue id) {
            return streaming && (id == null || id.isNull()) ? sink() : null;
        }

        private BodySink sink() {
            streamed.reset();
            return new BodySink() {
                @Override
                public void onChunk(ByteBuffer chunk) {
                    byte[] bytes = new byte[chunk.remaining()];
                    chunk.get(bytes);
                    streamed.writeBytes(bytes);
                }

                @Override
                public void onReplaced() {
                    streamed.reset();
                }
            };
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Run that && toString().equals(that.toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }

        @Override
        public String toString() {
            return end() + " " + fault + " " + found;
        }
    }
}
