package dev.ovsdb.benchmarks.crowd;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** File descriptors, of which each connection takes one at either end. A JVM raises the soft limit to the hard one by itself. */
final class Descriptors {
    private static final int OTHERS = 200; // Files, libraries, selectors.

    private Descriptors() {}

    /** @throws IllegalStateException if a process may not have so many connections; says what to do */
    static void require(int connections) {
        long may =
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getMaxFileDescriptorCount();
        if (may < connections + OTHERS) {
            throw new IllegalStateException("missing: file descriptors. " + connections + " connections need "
                    + (connections + OTHERS) + ", and a process may have " + may + " (ulimit -Hn)");
        }
    }
}
