package dev.ovsdb.cli.program;

import java.util.List;

/** A program that is run as {@code ovsdb-client}: the reference's, or ours. */
public interface Program {
    /** Starts it; both streams are collected while it runs. */
    Running start(List<String> arguments, byte[] input);

    /** Runs it to its end. */
    default Outcome run(List<String> arguments, byte[] input) {
        try (Running running = start(arguments, input)) {
            return running.finish();
        }
    }

    default Outcome run(List<String> arguments) {
        return run(arguments, new byte[0]);
    }

    default Outcome run(String... arguments) {
        return run(List.of(arguments));
    }

    /** A program under way. */
    interface Running extends AutoCloseable {
        /** What it has printed so far. */
        Collected out();

        /** Ends it as SIGTERM does, and waits for that. */
        Outcome terminate();

        /** Waits for its end. */
        Outcome finish();

        @Override
        void close();
    }
}
