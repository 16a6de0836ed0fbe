/** What a transaction costs in the engine, from the bytes of its parameters to those of its result. */
@NullMarked
package dev.ovsdb.benchmarks.transaction;

import org.jspecify.annotations.NullMarked;
