/** What the server's own tests take for the reference's answers, asked of the reference itself. */
@NullMarked
package dev.ovsdb.testkit.server;

import org.jspecify.annotations.NullMarked;
