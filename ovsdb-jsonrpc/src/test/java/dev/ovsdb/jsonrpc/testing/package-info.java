/**
 * What tests of every module stand on: a loop whose clock moves by hand, a scripted peer that speaks real bytes, and a
 * channel that breaks on demand. No port, no thread, no sleep.
 */
@NullMarked
package dev.ovsdb.jsonrpc.testing;

import org.jspecify.annotations.NullMarked;
