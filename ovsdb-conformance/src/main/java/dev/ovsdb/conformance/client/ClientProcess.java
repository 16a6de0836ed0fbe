package dev.ovsdb.conformance.client;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/** A client that is a process of its own. */
public final class ClientProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final Process process;

    private ClientProcess(Process process) {
        this.process = process;
    }

    /** Runs a line of sh; the shell becomes the client where the line is one command. */
    public static ClientProcess start(String command) throws IOException {
        return new ClientProcess(new ProcessBuilder("sh", "-c", "exec " + command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
    }

    /** Asks it to end, and after 5 s no longer asks. */
    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
