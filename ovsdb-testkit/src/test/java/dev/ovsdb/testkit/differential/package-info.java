/** That the comparison finds what differs, and nothing where nothing does; and what it has to say of this project's server. */
@NullMarked
package dev.ovsdb.testkit.differential;

import org.jspecify.annotations.NullMarked;
