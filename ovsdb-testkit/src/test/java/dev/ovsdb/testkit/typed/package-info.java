/** Generated types, from the schemas that Open vSwitch and OVN install. */
@NullMarked
package dev.ovsdb.testkit.typed;

import org.jspecify.annotations.NullMarked;
