package dev.ovsdb.testkit.recording;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two recordings of one conversation: session by session, in the order of the first, each side's messages in order. */
final class RecordingComparison {
    private final Script recorded;
    private final Script now;
    private final Judge judge;

    RecordingComparison(Recording recorded, Recording now, ComparisonRules rules) {
        this.recorded = new Script(recorded);
        this.now = new Script(now);
        this.judge = new Judge(this.recorded, rules);
    }

    Comparison compare() {
        Optional<Difference> difference = Optional.empty();
        int sessions = Math.max(sessions(recorded), sessions(now));
        for (int session = 1; session <= sessions && difference.isEmpty(); session++) difference = difference(session);
        return new Comparison(judge.same(), difference);
    }

    private static int sessions(Script script) {
        return script.sessions().keySet().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** In the order of the recording, so that a UUID is met first where it was said first. */
    private Optional<Difference> difference(int session) {
        Map<Speaker, Integer> next = new EnumMap<>(Speaker.class);
        for (RecordedMessage message : recorded.sessions().getOrDefault(session, List.of())) {
            int index = next.merge(message.from(), 1, Integer::sum) - 1;
            Optional<Difference> difference = difference(session, message.from(), index);
            if (difference.isPresent()) return difference;
        }
        for (Speaker speaker : Speaker.values()) {
            int index = next.getOrDefault(speaker, 0);
            if (index < now.of(session, speaker).size()) return difference(session, speaker, index);
        }
        return Optional.empty();
    }

    private Optional<Difference> difference(int session, Speaker speaker, int index) {
        List<RecordedMessage> then = recorded.of(session, speaker);
        List<RecordedMessage> later = now.of(session, speaker);
        if (index < then.size() && index < later.size())
            return judge.difference(then.get(index), index + 1, later.get(index));
        String recordedText = index < then.size() ? then.get(index).text() : "nothing";
        String nowText = index < later.size() ? later.get(index).text() : "nothing";
        return Optional.of(new Difference(Judge.where(session, speaker, index + 1), recordedText, nowText));
    }
}
