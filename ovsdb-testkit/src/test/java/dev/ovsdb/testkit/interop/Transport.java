package dev.ovsdb.testkit.interop;

/** How the programs reach the server. */
enum Transport {
    UNIX("unix"),
    TCP("tcp"),
    TLS("ssl");

    private final String kind;

    Transport(String kind) {
        this.kind = kind;
    }

    /** As connection methods begin. */
    String kind() {
        return kind;
    }
}
