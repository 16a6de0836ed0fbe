package dev.ovsdb.benchmarks.harness;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a driver, which tells in lines how far it is. What else it prints is passed over. */
public final class DriverProcess implements AutoCloseable {
    private static final int MINUTES = 10; // A driver that takes longer waits for something that will not come.

    private final String name;
    private final Process process;
    private final BufferedReader output;

    /** @param name for the message if it fails */
    public DriverProcess(String name, List<String> command) throws IOException {
        this.name = name;
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader();
        process.onExit().orTimeout(MINUTES, TimeUnit.MINUTES).exceptionally(late -> process.destroyForcibly());
    }

    /**
     * Waits for a line that begins with this word, and returns it.
     *
     * @throws IllegalStateException if the driver ends before
     */
    public String await(String word) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(word) || line.startsWith(word + " ")) return line;
        }
        throw new IllegalStateException("the driver failed on " + name);
    }

    /** Says a line to it, on its standard input. */
    public void tell(String line) throws IOException {
        BufferedWriter input = process.outputWriter();
        input.write(line);
        input.newLine();
        input.flush();
    }

    public Figures awaitFigures() throws IOException {
        return Figures.parse(await(Figures.TAG));
    }

    /** Waits for it to end by itself. */
    public void awaitEnd() throws IOException, InterruptedException {
        while (output.readLine() != null) {} // What it says at its end must not stop it.
        process.waitFor();
    }

    /** Lets it end, and ends it if it does not. */
    @Override
    public void close() throws IOException {
        output.close();
        Processes.awaitEnd(process);
    }
}
