/**
 * A network that misbehaves on command: a proxy on loopback TCP and Unix sockets that cuts, delays, splits and swallows.
 *
 * <p>What it does depends on byte counts and on what the test tells it, never on chance: sizes that vary do so by a seed.
 */
@NullMarked
package dev.ovsdb.testkit.fault;

import org.jspecify.annotations.NullMarked;
