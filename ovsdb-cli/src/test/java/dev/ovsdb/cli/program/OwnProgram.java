package dev.ovsdb.cli.program;

import dev.ovsdb.cli.Main;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Our program, in this process: as fast as the reference's, and in the reach of a debugger.
 *
 * @param command the word behind {@code ovsdb}
 */
public record OwnProgram(String command, Path runDirectory) implements Program {
    @Override
    public Running start(List<String> arguments, byte[] input) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(arguments);
        RunningThread running = new RunningThread(line, input, runDirectory);
        running.thread.start();
        return running;
    }

    /** See {@link Running}. */
    public static final class RunningThread implements Running {
        private final Collected out = new Collected();
        private final Collected err = new Collected();
        private final Thread thread;
        private volatile int status = -1;

        RunningThread(List<String> line, byte[] input, Path runDirectory) {
            Map<String, String> environment = Map.of("OVS_RUNDIR", runDirectory.toString());
            thread = new Thread(
                    () -> status = Main.run(line, new ByteArrayInputStream(input), out, err, environment),
                    "ovsdb " + line);
            thread.setDaemon(true);
        }

        @Override
        public Collected out() {
            return out;
        }

        @Override
        public Outcome terminate() {
            thread.interrupt();
            return finish();
        }

        @Override
        public Outcome finish() {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(30));
                if (thread.isAlive()) {
                    throw new AssertionError("still running: " + thread.getName() + "; printed " + out.text());
                }
                return Outcome.of(status, out.toByteArray(), err.toByteArray());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
