package dev.ovsdb.protocol;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

final class AtomTree {
    static AtomTree of(Atom[] keys, Atom @Nullable [] values) {
        throw new UnsupportedOperationException();
    }

    int size() {
        throw new UnsupportedOperationException();
    }

    int hash() {
        throw new UnsupportedOperationException();
    }

    @Nullable
    Atom find(Atom key) {
        throw new UnsupportedOperationException();
    }

    AtomTree with(Atom key, Atom value) {
        throw new UnsupportedOperationException();
    }

    AtomTree without(Atom key) {
        throw new UnsupportedOperationException();
    }

    void forEach(BiConsumer<? super Atom, ? super Atom> action) {
        throw new UnsupportedOperationException();
    }

    Atom[] keys() {
        throw new UnsupportedOperationException();
    }

    Atom[] values() {
        throw new UnsupportedOperationException();
    }

    boolean isCheaperToRebuild(int changes) {
        throw new UnsupportedOperationException();
    }
}
