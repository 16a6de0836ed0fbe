/** Tests of transactions with a peer that says what a test wrote down. */
@org.jspecify.annotations.NullMarked
package dev.ovsdb.idl.transaction;
