/** The conformance kit on real programs, servers and clients. What needs none is tested in its own module. */
package dev.ovsdb.testkit.conformance;
