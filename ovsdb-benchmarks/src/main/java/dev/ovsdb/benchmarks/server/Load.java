package dev.ovsdb.benchmarks.server;

/** What a driver does to a server, and measures. */
interface Load {
    Figures run(Target target) throws Exception;
}
