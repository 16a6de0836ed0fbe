/** A whole server, on real sockets, beside clients that send anything. */
@NullMarked
package dev.ovsdb.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
