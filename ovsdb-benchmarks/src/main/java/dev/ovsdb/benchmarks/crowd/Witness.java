package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Times;
import dev.ovsdb.jsonrpc.framing.Message;
import java.io.IOException;

/**
 * The well-behaved session: it counts, one transaction at a time, and monitors what it counts; each transaction gives notice too, which
 * a session beside it follows.
 *
 * <p>Both come by Unix socket: over TCP they would be probed, and dropped while a load is made ready.
 *
 * <p>Before each reply must come the update with the same number, and no other message. The follower must be told of notices in
 * order, and of the last one. Whatever is otherwise is an {@link IOException} that says so.
 */
final class Witness implements AutoCloseable {
    private static final String NAME = "witness";

    private final Talk counter;
    private final Talk follower;
    private long number;
    private long followed;

    Witness(Place place) throws IOException {
        counter = new Talk(place.byUnix());
        follower = new Talk(place.byUnix());
        counter.say(
                Words.transact(0, Words.insertCounter(NAME) + ",{'op':'insert','table':'Notice','row':{'number':0}}"));
        counter.reply();
        String own = "[{'columns':['value'],'where':[['name','==','" + NAME + "']]}]";
        counter.say(Words.request(0, "monitor_cond", "['Crowd','own',{'Counter':" + own + "}]"));
        expect("\"initial\":{}", counter.reply()); // Where the value is the default one, zero.
        follower.say(Words.monitor(0, "Notice"));
        expect("\"number\":0", follower.reply());
    }

    /** What it has counted to. */
    long number() {
        return number;
    }

    /** Counts on by so many, and returns how long each took. */
    Times count(int transactions) throws IOException {
        Times times = new Times();
        for (int i = 0; i < transactions; i++) times.add(count());
        return times;
    }

    /** Counts on for so long. */
    Times countFor(double seconds) throws IOException {
        Times times = new Times();
        long start = System.nanoTime();
        while (System.nanoTime() - start < seconds * 1e9) times.add(count());
        return times;
    }

    private long count() throws IOException {
        number++;
        long start = System.nanoTime();
        counter.say(Words.transact(number, Words.increment(NAME) + "," + Words.notice(number)));
        Message update = counter.hear();
        Message reply = counter.hear();
        long took = System.nanoTime() - start;
        expect("update2", String.valueOf(update.method()));
        expect("\"modify\":{\"value\":" + number + "}", body(update));
        expect(Message.Kind.REPLY.toString(), reply.kind().toString());
        expect(Long.toString(number), reply.requireId().toString());
        expect("[{\"count\":1},{\"count\":1}]", body(reply));
        return took;
    }

    /** The follower hears of every notice, or of a later one instead, up to the last. */
    void follow() throws IOException {
        while (followed < number) {
            String update = body(follower.hear());
            long next = Long.parseLong(update.replaceFirst(".*\"new\":\\{[^}]*\"number\":(\\d+).*", "$1"));
            if (next <= followed) throw new IOException("notice " + next + " after " + followed);
            followed = next;
        }
        if (followed != number) throw new IOException("notice " + followed + ", and " + number + " was the last");
    }

    private static String body(Message message) {
        return message.requireBody().toValue().toString();
    }

    private static void expect(String part, String text) throws IOException {
        if (!text.contains(part)) throw new IOException("expected " + part + ", got " + text);
    }

    @Override
    public void close() throws IOException {
        counter.close();
        follower.close();
    }
}
