package dev.ovsdb.benchmarks.crowd;

/**
 * What the server may take, in megabytes.
 *
 * @param heap {@code -Xmx}
 * @param direct {@code -XX:MaxDirectMemorySize}, and Netty's own limit
 * @param live of the heap after a collection, while a load is on
 * @param resident of the process
 */
record Bounds(int heap, int direct, int live, int resident) {
    /** An error of the heap ends the process at once; whatever else is short of memory says so in the log. */
    String javaOptions() {
        return "-Xmx" + heap + "m -XX:MaxDirectMemorySize=" + direct + "m -Dio.netty.maxDirectMemory="
                + (long) direct * 1024 * 1024 + " -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError";
    }
}
