/** The client against real servers. It lives here because Maven allows no cycle: the test kit depends on the client. */
@NullMarked
package dev.ovsdb.testkit.client;

import org.jspecify.annotations.NullMarked;
