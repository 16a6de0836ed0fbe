package dev.ovsdb.testkit.fault;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where the messages of one direction of a connection end, in bytes from its start. Thread-safe. */
final class Marks {
    private final MessageEnds rule;
    private final Deque<Long> ends = new ArrayDeque<>(); // Of messages that were looked at and have not passed.
    private long looked; // Bytes.
    private long passedMessages;
    private long lastEnd; // Of the last message that passed.

    Marks(MessageEnds rule) {
        this.rule = rule;
    }

    /** Looks at the next bytes, and leaves them as they are. */
    synchronized void look(ByteBuffer bytes) {
        for (int at = bytes.position(); at < bytes.limit(); at++) {
            looked++;
            if (rule.take(bytes.get(at))) ends.add(looked);
        }
    }

    /** So many bytes have passed; returns how many messages ended with them. */
    synchronized int passed(long bytes) {
        int ended = 0;
        while (!ends.isEmpty() && ends.getFirst() <= bytes) {
            lastEnd = ends.removeFirst();
            ended++;
        }
        passedMessages += ended;
        return ended;
    }

    /** Messages that were looked at whole. */
    synchronized long count() {
        return passedMessages + ends.size();
    }

    /** Whether what was looked at ends with a message. */
    synchronized boolean isBetween() {
        return looked == (ends.isEmpty() ? lastEnd : ends.getLast());
    }

    /** How many bytes may pass until so many messages have. */
    synchronized long allowance(long messages, long passed) {
        if (messages <= passedMessages) return 0;
        long missing = messages - passedMessages;
        if (missing > ends.size()) return Long.MAX_VALUE;
        return ends.stream().skip(missing - 1).findFirst().orElseThrow() - passed;
    }

    /** Bytes before this message; -1 if that is not known yet, or no longer. */
    synchronized long startOf(long message) {
        long before = message - 1 - passedMessages;
        if (before < 0 || before > ends.size()) return -1;
        return before == 0
                ? lastEnd
                : ends.stream().skip(before - 1).findFirst().orElseThrow();
    }
}
