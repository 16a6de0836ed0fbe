/** The replica against real servers. It lives here because Maven allows no cycle: the test kit depends on the server. */
@NullMarked
package dev.ovsdb.testkit.idl;

import org.jspecify.annotations.NullMarked;
