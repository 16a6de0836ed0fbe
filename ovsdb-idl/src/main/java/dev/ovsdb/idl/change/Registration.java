package dev.ovsdb.idl.change;

/** A listener that was registered. */
public interface Registration extends AutoCloseable {
    /** Tells it nothing more from now on, but what is being told. Closing twice is harmless. */
    @Override
    void close();
}
