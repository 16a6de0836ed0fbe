package dev.ovsdb.testkit.recording;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which UUID stands now for which recorded one. Pairs that were taken on trial can be given back: see {@link #mark}. For one thread.
 */
final class Uuids {
    /** A UUID, with hyphens, or with low lines as in a name that is made of one. */
    static final Pattern FORM = Pattern.compile(
            "(?<![0-9a-zA-Z])(?:row)?([0-9a-f]{8})([-_])([0-9a-f]{4})\\2([0-9a-f]{4})\\2([0-9a-f]{4})\\2([0-9a-f]{12})(?![0-9a-zA-Z])");

    private static final String ZERO = "00000000-0000-0000-0000-000000000000";

    private final Map<String, String> nowByRecorded = new HashMap<>();
    private final Map<String, String> recordedByNow = new HashMap<>();
    private final Deque<String> taken = new ArrayDeque<>();

    static boolean isOne(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && matcher.group(2).equals("-");
    }

    /** The UUID that a text is or, with low lines and perhaps a word before it, is the name of. */
    static Optional<String> named(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(canonical(matcher)) : Optional.empty();
    }

    /** What stands for a recorded UUID now; null if nothing does yet. */
    @Nullable
    String now(String recorded) {
        return recorded.equals(ZERO) ? ZERO : nowByRecorded.get(recorded);
    }

    boolean isTaken(String now) {
        return now.equals(ZERO) || recordedByNow.containsKey(now);
    }

    /** Pairs two UUIDs; false if one of them has another partner already. */
    boolean pair(String recorded, String now) {
        String partner = now(recorded);
        if (partner != null) return partner.equals(now);
        if (isTaken(now)) return false;
        nowByRecorded.put(recorded, now);
        recordedByNow.put(now, recorded);
        taken.push(recorded);
        return true;
    }

    int mark() {
        return taken.size();
    }

    void backTo(int mark) {
        while (taken.size() > mark) {
            String now = nowByRecorded.remove(taken.pop());
            if (now != null) recordedByNow.remove(now);
        }
    }

    /** Pairs the UUIDs within two texts; false if the texts differ otherwise. */
    boolean pairWithin(String recorded, String now) {
        Matcher then = FORM.matcher(recorded);
        Matcher later = FORM.matcher(now);
        int thenEnd = 0;
        int laterEnd = 0;
        while (then.find()) {
            if (!later.find()
                    || !recorded.substring(thenEnd, then.start(1)).equals(now.substring(laterEnd, later.start(1)))
                    || !then.group(2).equals(later.group(2))
                    || !pair(canonical(then), canonical(later))) return false;
            thenEnd = then.end();
            laterEnd = later.end();
        }
        return !later.find() && recorded.substring(thenEnd).equals(now.substring(laterEnd));
    }

    /** A recorded text in the UUIDs of now. Those that stand for nothing yet are said as they are, and so stand for themselves. */
    String say(String recorded) {
        String text = translate(recorded);
        pairWithin(recorded, text);
        return text;
    }

    private String translate(String recorded) {
        return FORM.matcher(recorded).replaceAll(found -> {
            Matcher one = FORM.matcher(found.group());
            if (!one.matches()) throw new IllegalStateException(found.group());
            String now = now(canonical(one));
            if (now == null) return found.group();
            String prefix = found.group().substring(0, one.start(1));
            return prefix + now.replace("-", one.group(2));
        });
    }

    private static String canonical(Matcher found) {
        return String.join("-", found.group(1), found.group(3), found.group(4), found.group(5), found.group(6));
    }
}
