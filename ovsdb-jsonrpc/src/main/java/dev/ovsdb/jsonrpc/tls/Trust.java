package dev.ovsdb.jsonrpc.tls;

import java.nio.file.Path;

/** Whose certificates are believed. */
public sealed interface Trust {
    /** Those of the certificate authorities that come with the JVM. A server with this asks for no client certificate. */
    record System() implements Trust {}

    /** Those that one of these authorities signed. A server with this requires a client certificate. */
    record Authorities(PemSource certificates) implements Trust {}

    /**
     * As {@link Authorities} with this file, if it exists. If it does not, the first peer is believed: the root certificate
     * at the end of its chain is stored in the file, the connection is dropped, and from then on the file counts. Whoever
     * stands between at that first moment is believed for good.
     */
    record Bootstrap(Path file) implements Trust {
        public Bootstrap {
            file = file.toAbsolutePath();
        }
    }

    /** Everybody's: the stream is secret, but nobody knows between whom. A server with this asks for no certificate. */
    record Anybody() implements Trust {}
}
