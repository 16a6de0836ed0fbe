package dev.ovsdb.testkit.simulation;

import dev.ovsdb.testkit.log.LogLine;
import dev.ovsdb.testkit.log.TestLog;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.event.Level;

/**
 * What the products log in a run, in place of the standard error output: told to a reader, kept for whoever looks at a run that failed. An
 * error is a violation: it says that something of ours failed, which no fault of the network's or the disk's is a reason for.
 */
final class RunLog implements AutoCloseable {
    private static final String OURS = "dev.ovsdb.";

    private final Schedule schedule;
    private final List<LogLine> lines = new ArrayList<>();

    /** Begins to listen to this thread. */
    RunLog(Schedule schedule) {
        this.schedule = schedule;
        TestLog.listen(this::logged);
    }

    private void logged(LogLine line) {
        schedule.say("log: %s", line);
        lines.add(line);
        if (line.level() == Level.ERROR && line.logger().startsWith(OURS)) {
            Violation.remember("an error was logged: " + line, line.failure());
        }
    }

    /** The violation, with what was logged before. */
    Violation with(Violation violation) {
        return violation.after(lines);
    }

    @Override
    public void close() {
        TestLog.listenNoMore();
    }
}
