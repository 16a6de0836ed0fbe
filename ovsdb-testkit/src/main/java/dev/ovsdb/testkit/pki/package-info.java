/** A public key infrastructure for tests: certificates that a server or client must accept, and ones that it must refuse. */
@NullMarked
package dev.ovsdb.testkit.pki;

import org.jspecify.annotations.NullMarked;
