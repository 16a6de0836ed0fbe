package dev.ovsdb.cli.options;

/** What a program understands as one option. */
public interface Option {
    /** All that follows, in one. */
    OptionForm form();

    /** The long name, without dashes. */
    default String longName() {
        return form().longName();
    }

    /** The one-letter name, or 0. */
    default char shortName() {
        return form().shortName();
    }

    default Argument argument() {
        return form().argument();
    }

    /** What the value is called in help; empty if there is none. */
    default String value() {
        return form().value();
    }

    /** What the option does, in a few words for help. */
    default String summary() {
        return form().summary();
    }

    /** What follows an option: nothing, a value, or a value only if it is joined to the name. */
    enum Argument {
        NONE,
        REQUIRED,
        OPTIONAL
    }
}
