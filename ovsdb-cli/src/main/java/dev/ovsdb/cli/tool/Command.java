package dev.ovsdb.cli.tool;

/** What a verb does. */
@FunctionalInterface
interface Command {
    /** The status that tells of a test that it does not hold, or of a fact that is not known yet. */
    int NO = 2;

    /**
     * Runs to the end.
     *
     * @return the exit status
     * @throws dev.ovsdb.cli.console.CommandException if it fails
     */
    int run(ToolInvocation invocation);
}
