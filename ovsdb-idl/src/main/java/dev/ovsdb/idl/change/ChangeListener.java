package dev.ovsdb.idl.change;

/** Is told what happens to a replica, transaction by transaction, in order. What it throws is logged, and it is told on. */
@FunctionalInterface
public interface ChangeListener {
    /**
     * Something changed. The views of before and after are held until this returns.
     *
     * @param changes what one update did
     */
    void changed(Changes changes);
}
