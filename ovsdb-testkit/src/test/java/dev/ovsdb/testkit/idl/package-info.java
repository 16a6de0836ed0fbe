/** The replica of {@code ovsdb-idl} against real servers: the reference's and this project's. */
@NullMarked
package dev.ovsdb.testkit.idl;

import org.jspecify.annotations.NullMarked;
