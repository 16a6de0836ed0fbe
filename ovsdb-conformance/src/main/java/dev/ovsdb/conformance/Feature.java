package dev.ovsdb.conformance;

import java.util.Locale;
import java.util.Optional;

/** What a case is about: a column of the matrix. In files, on command lines and in reports written as {@link #word()}. */
public enum Feature {
    FRAMING("where messages begin and end, and what is none"),
    IDS("ids of requests"),
    JSON("numbers, strings and nesting"),
    ERRORS("errors of calls"),
    ECHO("echo, both ways"),
    LIST_DBS("list_dbs"),
    GET_SCHEMA("get_schema, and what a schema means"),
    TRANSACT("transact and its operations"),
    VALUES("sets, maps and atoms"),
    UUIDS("UUIDs and their names"),
    CONDITIONS("conditions of operations"),
    MUTATE("mutations"),
    WAIT("the operation wait"),
    CONSTRAINTS("what a schema forbids, at operations and at the commit"),
    CANCEL("cancel"),
    LOCKS("lock, steal, unlock and their notifications"),
    MONITOR("monitor and update"),
    MONITOR_COND("monitor_cond and update2"),
    MONITOR_COND_SINCE("monitor_cond_since and update3"),
    MONITOR_COND_CHANGE("monitor_cond_change"),
    SERVER_ID("get_server_id"),
    SERVER_DATABASE("the database _Server"),
    CONVERT("convert"),
    NOTIFICATIONS("notifications that a client does not know"),
    FALLBACK("a client before a server that lacks methods"),
    RECONNECT("a client that lost its connection");

    private final String about;

    Feature(String about) {
        this.about = about;
    }

    /** The name in lower case, such as {@code monitor_cond}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is about, in a few words. */
    public String about() {
        return about;
    }

    /** The feature with this {@link #word()}; empty if there is none. */
    public static Optional<Feature> named(String word) {
        for (Feature feature : values()) {
            if (feature.word().equals(word)) return Optional.of(feature);
        }
        return Optional.empty();
    }
}
