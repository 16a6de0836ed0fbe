package dev.ovsdb.idl.typed;

import dev.ovsdb.protocol.Atom;
import java.util.Optional;

/** A constant that stands for one of the values that a column may have. */
public interface EnumValue {
    /** The value in the database; empty for the constant that stands for values which the program does not know. */
    Optional<Atom> atom();
}
