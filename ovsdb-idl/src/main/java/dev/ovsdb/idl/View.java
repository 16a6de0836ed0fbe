package dev.ovsdb.idl;

/**
 * A version of a replica, held: it shows the same rows, index results and references until it is closed, whatever happens to the
 * replica meanwhile. To take one costs the same at any number of rows, and holds nobody up; what it costs to hold it is one image of
 * each row that changes meanwhile, however often it does.
 *
 * <p>For any thread. After it is closed reading from it, or following a reference of a row that was read from it, throws {@link
 * IllegalStateException}; values of such rows can still be read.
 */
public interface View extends Replica, AutoCloseable {
    /** Lets the version go. Closing twice is harmless. */
    @Override
    void close();
}
