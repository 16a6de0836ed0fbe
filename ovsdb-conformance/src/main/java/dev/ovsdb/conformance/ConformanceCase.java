package dev.ovsdb.conformance;

/**
 * What a case tells of itself.
 *
 * @param name the name of its file without the suffix, such as {@code E10-failed-operations-are-results}
 * @param title the same in words
 * @param source the section of RFC 7047 or another document, or the number of the wire fact, that it comes from
 * @param feature what it is about
 * @param profile whose rule it is
 * @param rule what a program must do, in a sentence or two
 */
public record ConformanceCase(
        String name, String title, String source, Feature feature, Profile profile, String rule) {}
