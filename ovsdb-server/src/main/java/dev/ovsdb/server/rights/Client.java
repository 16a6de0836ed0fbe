package dev.ovsdb.server.rights;

import org.jspecify.annotations.Nullable;

/**
 * Whose transaction it is, as far as the server knows.
 *
 * @param commonName the common name of the client's certificate, null without TLS or without a certificate
 * @param role the role that the remote gives to all its sessions, null or empty if it gives none
 * @param address where the client is, as the log prints it
 */
public record Client(@Nullable String commonName, @Nullable String role, String address) {
    /** Whether role-based access control holds for this client. */
    public boolean hasRole() {
        return role != null && !role.isEmpty();
    }
}
