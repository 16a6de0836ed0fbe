package dev.ovsdb.server.remote;

import dev.ovsdb.server.RemoteOptions;
import java.time.Duration;

/** Reads the configuration columns of a row. */
final class RowOptions {
    private static final int MAX_DSCP = 63;

    private RowOptions() {}

    /** What the row says, on top of what was said of the same target before. */
    static RemoteOptions apply(RemoteRow row, RemoteOptions before) {
        RemoteOptions.Builder options = before.toBuilder();
        row.integer("max_backoff")
                .filter(millis -> millis > 0)
                .map(Duration::ofMillis)
                .ifPresent(options::maxBackoff);
        row.integer("inactivity_probe")
                .map(millis -> Duration.ofMillis(Math.max(0, millis)))
                .ifPresent(options::inactivityProbe);
        row.flag("read_only").ifPresent(options::readOnly);
        row.string("role").filter(role -> !role.isEmpty()).ifPresent(options::role);
        row.option("other_config", "dscp").ifPresent(text -> dscp(text, options));
        return options.build();
    }

    private static void dscp(String text, RemoteOptions.Builder options) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= 0 && value <= MAX_DSCP) {
                options.dscp(value);
            }
        } catch (NumberFormatException e) {
            options.dscp(0); // As the reference reads what is no number.
        }
    }
}
