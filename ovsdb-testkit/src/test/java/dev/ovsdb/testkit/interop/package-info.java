/**
 * The programs of Open vSwitch and OVN, and its Python library, on the real server and on ours: the same scripts over a Unix
 * socket, TCP and TLS, the same output, the same rows in the end, and no connection lost on the way.
 */
@NullMarked
package dev.ovsdb.testkit.interop;

import org.jspecify.annotations.NullMarked;
