package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Figures;

/** A load. Its methods are called by one thread: begin once, press again and again, end once. */
interface Pressure extends AutoCloseable {
    /** Comes up to its full number; when this returns the load is on. */
    void begin() throws Exception;

    /** Presses for a moment of some milliseconds. */
    void press() throws Exception;

    /**
     * What it did.
     *
     * @param notice the number that whoever follows the notices must have been told by now, or is told soon
     */
    Figures end(long notice) throws Exception;
}
