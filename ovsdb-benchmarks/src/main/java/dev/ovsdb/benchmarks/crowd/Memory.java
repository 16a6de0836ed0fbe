package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds, in megabytes.
 *
 * @param live of its heap, after a full collection
 * @param resident of the process, before that
 */
record Memory(double live, double resident) {
    private static final Pattern USED = Pattern.compile("(?:generation|heap) +total \\d+K, used (\\d+)K");

    static Memory of(long pid) throws IOException {
        double resident = Processes.residentMegabytes(pid);
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        double kilobytes = 0;
        while (used.find()) kilobytes += Double.parseDouble(used.group(1));
        if (kilobytes == 0) throw new IOException("no heap in what jcmd says");
        return new Memory(kilobytes / 1024, resident);
    }

    private static String jcmd(long pid, String command) throws IOException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(program.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Processes.awaitEnd(process);
        if (process.exitValue() != 0) throw new IOException("jcmd " + command + ": " + said);
        return said;
    }
}
