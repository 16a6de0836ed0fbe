package dev.ovsdb.cli.options;

/** What a program understands as one option. */
public interface Option {
    /** The long name, without dashes. */
    String longName();

    /** The one-letter name, or 0. */
    char shortName();

    Argument argument();

    /** What the value is called in help; empty if there is none. */
    String value();

    /** What the option does, in a few words for help. */
    String summary();

    /** What follows an option: nothing, a value, or a value only if it is joined to the name. */
    enum Argument {
        NONE,
        REQUIRED,
        OPTIONAL
    }
}
