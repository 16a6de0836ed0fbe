package dev.ovsdb.cli.vlog;

import java.time.Instant;

/**
 * One line of log, before a pattern gives it its form.
 *
 * @param number the how manieth of this process
 * @param sinceStart milliseconds since the process began to log
 */
record LogMessage(
        String program, long number, Instant time, long sinceStart, String module, LogLevel level, String text) {}
