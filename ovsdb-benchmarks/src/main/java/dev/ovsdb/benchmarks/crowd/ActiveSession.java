package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.jsonrpc.framing.Message;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A session that counts in a row of its own, one transaction at a time, and follows the notices. For one thread. */
final class ActiveSession {
    private static final Pattern NEW_NUMBER = Pattern.compile("\"new\":\\{[^}]*\"number\":(\\d+)");
    private static final int BEGINNING = 2; // Replies before the first transaction.

    private final String name;
    private @Nullable Member member;
    private long asked;
    private long answered;
    private long number = -1;
    private long disorder;

    ActiveSession(String name) {
        this.name = name;
    }

    void begin(Member joined) {
        member = joined;
        joined.send(Words.monitor(asked++, "Notice"));
        joined.send(Words.transact(asked++, Words.insertCounter(name)));
    }

    boolean isReady() {
        return answered >= BEGINNING;
    }

    /** Asks, unless it still waits for an answer. */
    void transact() {
        if (asked > answered) return;
        Objects.requireNonNull(member).send(Words.transact(asked++, Words.increment(name)));
    }

    void heard(Message message) {
        if (message.kind() == Message.Kind.NOTIFICATION) {
            seen(message.requireBody().toValue().toString());
            return;
        }
        boolean mine = message.kind() == Message.Kind.REPLY
                && message.requireId().toString().equals(Long.toString(answered));
        if (!mine) disorder++;
        if (answered == 0) seen(message.requireBody().toValue().toString()); // The notice as it was at the beginning.
        else if (answered >= BEGINNING
                && !message.requireBody().toValue().toString().equals("[{\"count\":1}]")) disorder++;
        answered++;
    }

    /** Notices may be merged, but each is later than the one before. */
    private void seen(String update) {
        Matcher found = NEW_NUMBER.matcher(update);
        if (!found.find()) {
            disorder++;
            return;
        }
        long next = Long.parseLong(found.group(1));
        if (next <= number) disorder++;
        number = next;
    }

    boolean isUpTo(long notice) {
        return number >= notice;
    }

    /** Transactions that were answered. */
    long done() {
        return answered - BEGINNING;
    }

    /** Answers and notices that were not what should have come next. */
    long disorder() {
        return disorder;
    }
}
