package dev.ovsdb.cli.client;

/** What one word of the command line does. */
interface Verb {
    /** @throws dev.ovsdb.cli.console.CommandException if it cannot be done */
    void run(Invocation invocation);
}
