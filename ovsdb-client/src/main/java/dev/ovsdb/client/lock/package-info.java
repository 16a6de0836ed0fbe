/**
 * Locks as a client's user sees them (RFC 7047, sections 4.1.8 to 4.1.10).
 *
 * <p>Layer: API of {@code client}. A lock falls with its connection; the session asks for it again after a reconnect.
 */
@NullMarked
package dev.ovsdb.client.lock;

import org.jspecify.annotations.NullMarked;
