package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.options.Option;

/** The options, in the order in which the reference names the candidates for an ambiguous one. */
public enum ToolOption implements Option {
    MORE("more", 'm', Argument.NONE, "", "show-log: print more; twice for the values of columns"),
    RBAC_ROLE("rbac-role", (char) 0, Argument.REQUIRED, "ROLE", "the role under which to transact and query"),
    VERBOSE("verbose", 'v', Argument.OPTIONAL, "SPEC", "log more"),
    HELP("help", 'h', Argument.NONE, "", "display this help and exit"),
    OPTION("option", 'o', Argument.NONE, "", "list the options and exit"),
    VERSION("version", 'V', Argument.NONE, "", "display the version and exit");

    private final String longName;
    private final char shortName;
    private final Argument argument;
    private final String value;
    private final String summary;

    ToolOption(String longName, char shortName, Argument argument, String value, String summary) {
        this.longName = longName;
        this.shortName = shortName;
        this.argument = argument;
        this.value = value;
        this.summary = summary;
    }

    @Override
    public String longName() {
        return longName;
    }

    @Override
    public char shortName() {
        return shortName;
    }

    @Override
    public Argument argument() {
        return argument;
    }

    /** What the value is called in help; empty if there is none. */
    @Override
    public String value() {
        return value;
    }

    @Override
    public String summary() {
        return summary;
    }
}
