/**
 * A live replica of a database: read from memory without locks, followed change by change, written through transactions that verify
 * what they read. What Open vSwitch calls an IDL.
 *
 * <p>Layer: above {@code client}. No public signature names a type of the packages {@code store} or {@code feed}.
 */
@NullMarked
package dev.ovsdb.idl;

import org.jspecify.annotations.NullMarked;
