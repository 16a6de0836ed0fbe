package dev.ovsdb.testkit.fault;

import java.util.function.Predicate;

/** Which messages are meant, for {@link FaultProxy#cue}, {@link FaultProxy#hold} and {@link FaultProxy#duplicate}. */
public final class Messages {
    private Messages() {}

    /** The n-th of a connection in this direction; the first is 1. */
    public static Predicate<ProxiedMessage> number(Direction direction, long number) {
        return message -> message.direction() == direction && message.number() == number;
    }

    /** Requests and notifications of this method, whoever says them. */
    public static Predicate<ProxiedMessage> calls(String method) {
        return message ->
                !message.isReply() && message.method().filter(method::equals).isPresent();
    }

    /** Answers to requests of this method, good or bad. */
    public static Predicate<ProxiedMessage> repliesTo(String method) {
        return message ->
                message.isReply() && message.method().filter(method::equals).isPresent();
    }

    /** Those in which this text stands, as it is written on the wire. */
    public static Predicate<ProxiedMessage> containing(String text) {
        return message -> message.text().contains(text);
    }
}
