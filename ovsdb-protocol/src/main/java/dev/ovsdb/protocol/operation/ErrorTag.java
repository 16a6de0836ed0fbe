package dev.ovsdb.protocol.operation;

import java.util.HashMap;
import java.util.Map;

/**
 * What kind of error a server reports: the {@code error} member of RFC 7047's {@code <error>}, sections 3.1, 4.1 and 5.2, and
 * those that Open vSwitch adds. The text itself stays with the {@link OperationError}.
 */
public enum ErrorTag {
    RESOURCES_EXHAUSTED("resources exhausted"),
    IO_ERROR("I/O error"),
    DUPLICATE_UUID_NAME("duplicate uuid-name"),
    CONSTRAINT_VIOLATION("constraint violation"),
    REFERENTIAL_INTEGRITY_VIOLATION("referential integrity violation"),
    DOMAIN_ERROR("domain error"),
    RANGE_ERROR("range error"),
    TIMED_OUT("timed out"),
    NOT_SUPPORTED("not supported"),
    ABORTED("aborted"),
    NOT_OWNER("not owner"),
    UNKNOWN_DATABASE("unknown database"),
    CANCELED("canceled"),

    // Open vSwitch's own.
    SYNTAX_ERROR("syntax error"),
    UNKNOWN_COLUMN("unknown column"),
    UNKNOWN_FUNCTION("unknown function"),
    UNKNOWN_MUTATOR("unknown mutator"),
    DUPLICATE_UUID("duplicate uuid"),
    OVSDB_ERROR("ovsdb error"),
    INTERNAL_ERROR("internal error"),
    PERMISSION_ERROR("permission error"),
    NOT_ALLOWED("not allowed"),
    NOT_LEADER("not leader"),
    CLUSTER_ERROR("cluster error"),
    DATABASE_NOT_AVAILABLE("database not available"),
    UNKNOWN_METHOD("unknown method"),
    UNKNOWN_MONITOR("unknown monitor"),
    INVALID_PARAMETERS("invalid parameters"),

    /** A tag that this version does not know. */
    OTHER("");

    private static final Map<String, ErrorTag> BY_TEXT = byText();

    private final String text;

    ErrorTag(String text) {
        this.text = text;
    }

    /** The wire's form; empty for {@link #OTHER}. */
    public String text() {
        return text;
    }

    /** The tag with this text, or {@link #OTHER}. */
    public static ErrorTag of(String text) {
        return BY_TEXT.getOrDefault(text, OTHER);
    }

    private static Map<String, ErrorTag> byText() {
        Map<String, ErrorTag> map = new HashMap<>();
        for (ErrorTag tag : values()) {
            if (tag != OTHER) {
                map.put(tag.text, tag);
            }
        }
        return map;
    }
}
