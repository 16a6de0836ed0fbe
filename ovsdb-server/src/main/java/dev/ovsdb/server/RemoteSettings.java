package dev.ovsdb.server;

import java.util.Objects;
import java.util.Optional;

/**
 * What a remote, a connection method in use, gives to its sessions. Immutable.
 *
 * @param name the connection method as it was written, such as {@code ptcp:6640}
 * @param role the role whose rights hold for its sessions; empty for all rights
 * @param readOnly whether its sessions may change nothing
 */
public record RemoteSettings(String name, Optional<String> role, boolean readOnly) {
    public RemoteSettings {
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
    }

    /** All rights. */
    public static RemoteSettings of(String name) {
        return new RemoteSettings(name, Optional.empty(), false);
    }

    public RemoteSettings withRole(String newRole) {
        return new RemoteSettings(name, Optional.of(newRole), readOnly);
    }

    public RemoteSettings withReadOnly(boolean newReadOnly) {
        return new RemoteSettings(name, role, newReadOnly);
    }
}
