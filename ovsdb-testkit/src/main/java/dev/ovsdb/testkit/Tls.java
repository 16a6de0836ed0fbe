package dev.ovsdb.testkit;

import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;

/** A server's certificates; {@code owned} if they go with the server. */
record Tls(ReferencePki pki, Identity identity, boolean owned) {
    static Tls owned(ReferencePki pki) {
        return new Tls(pki, pki.server(), true);
    }

    /** Copies what the server reads into its folder, under the names that {@link ServerPlan} uses. */
    void place(WorkFolder folder) {
        folder.copy(identity.privateKey(), ServerPlan.PRIVATE_KEY);
        folder.copy(identity.certificate(), ServerPlan.CERTIFICATE);
        folder.copy(pki.authority(), ServerPlan.AUTHORITY);
    }

    void close() {
        if (owned) pki.close();
    }
}
