package dev.ovsdb.cli.options;

import dev.ovsdb.cli.options.Option.Argument;

/**
 * How one option is written, and what help says of it.
 *
 * @param longName without dashes
 * @param shortName one letter, or 0
 * @param value what the value is called in help; empty if there is none
 * @param summary what the option does, in a few words for help
 */
public record OptionForm(String longName, char shortName, Argument argument, String value, String summary) {
    private static final char NO_LETTER = 0;

    /** An option without a value. */
    public static OptionForm flag(String longName, String summary) {
        return flag(longName, NO_LETTER, summary);
    }

    /** An option without a value that also has a letter. */
    public static OptionForm flag(String longName, char shortName, String summary) {
        return new OptionForm(longName, shortName, Argument.NONE, "", summary);
    }

    /** An option that needs a value. */
    public static OptionForm valued(String longName, String value, String summary) {
        return valued(longName, NO_LETTER, value, summary);
    }

    /** An option that needs a value and also has a letter. */
    public static OptionForm valued(String longName, char shortName, String value, String summary) {
        return new OptionForm(longName, shortName, Argument.REQUIRED, value, summary);
    }

    /** An option that may have a value. */
    public static OptionForm optional(String longName, String value, String summary) {
        return optional(longName, NO_LETTER, value, summary);
    }

    /** An option that may have a value, and also has a letter. */
    public static OptionForm optional(String longName, char shortName, String value, String summary) {
        return new OptionForm(longName, shortName, Argument.OPTIONAL, value, summary);
    }
}
