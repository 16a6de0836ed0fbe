package dev.ovsdb.idl.change;

import java.util.Optional;

/**
 * Collects what happens to a replica, for a loop that looks from time to time. For one thread at a time.
 *
 * <p>However long nobody looks, only the net changes are kept; but the superseded rows that these tell of are held until the next look.
 */
public interface Tracker extends AutoCloseable {
    /**
     * What happened since the last look, taken together: a row that changed twice changed once, and one that came and went is not in
     * it. The first look tells the contents, as an initial change, if there are any. Its views are held until the next look, or until
     * this is closed.
     *
     * @return empty if nothing happened
     */
    Optional<Changes> look();

    /** Collects nothing more. Closing twice is harmless. */
    @Override
    void close();
}
