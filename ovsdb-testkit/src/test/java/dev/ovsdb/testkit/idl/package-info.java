/** The replica and its transactions against real servers, the reference and ours. */
@NullMarked
package dev.ovsdb.testkit.idl;

import org.jspecify.annotations.NullMarked;
