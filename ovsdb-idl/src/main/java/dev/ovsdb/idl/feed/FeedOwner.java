package dev.ovsdb.idl.feed;

import dev.ovsdb.idl.store.Published;
import org.jspecify.annotations.Nullable;

/** Whose replica a {@link Feed} fills. Called by who writes: on the event loop, or in {@code run}. */
public interface FeedOwner {
    /**
     * A version was made.
     *
     * @param contents whether by reading everything
     * @param since when its first row came, by the clock
     */
    void published(Published version, boolean contents, long since);

    /** The contents are not the server's any more, until a version is published; null if the database was converted or removed. */
    void stale(@Nullable Throwable cause);

    /** What came does not fit: everything must be read anew. */
    void mustReadAnew(Throwable why);

    /** The server has another schema than what was asked for by; perhaps other things are to be asked for. */
    void schemaChanged();

    /** The monitor is over. */
    void ended(@Nullable Throwable cause);
}
