package dev.ovsdb.testkit.fault;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** What the proxy looks for in messages, and does when they come; each entry once. Thread-safe. */
final class Script {
    /** What becomes of a message. */
    enum Verdict {
        PASS,
        PASS_TWICE,
        HELD
    }

    private record Entry(Predicate<ProxiedMessage> messages, Object what, AtomicBoolean used) {
        boolean takes(ProxiedMessage message) {
            return !used.get() && messages.test(message) && used.compareAndSet(false, true);
        }
    }

    private static final Object DUPLICATE = new Object();

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** Whether messages have to be told apart. */
    boolean isActive() {
        return !entries.isEmpty();
    }

    Cue cue(Predicate<ProxiedMessage> messages, Cue.Action action) {
        return add(messages, new Cue(action));
    }

    Hold hold(Predicate<ProxiedMessage> messages) {
        return add(messages, new Hold(this));
    }

    void duplicate(Predicate<ProxiedMessage> messages) {
        add(messages, DUPLICATE);
    }

    private <T> T add(Predicate<ProxiedMessage> messages, T what) {
        entries.add(new Entry(messages, what, new AtomicBoolean()));
        return what;
    }

    void forget(Object what) {
        entries.removeIf(entry -> entry.what() == what);
    }

    /** Does what is due at this message, in the order in which it was asked for. On the thread that carries it. */
    Verdict judge(ProxiedMessage message, ByteBuffer text, Hold.Writer back) {
        boolean twice = false;
        for (Entry entry : entries) {
            if (!entry.takes(message)) continue;
            if (entry.what() instanceof Hold hold) {
                if (hold.take(message, text, back)) return Verdict.HELD;
                continue;
            }
            if (entry.what() instanceof Cue cue) cue.happen(message);
            else twice = true;
            entries.remove(entry);
        }
        return twice ? Verdict.PASS_TWICE : Verdict.PASS;
    }
}
