package dev.ovsdb.server.storage;

/** What a batch waits for. */
public enum Durability {
    /** Accepted once written; a crash of the machine may lose it. */
    WRITTEN,
    /** Besides, {@link StorageListener#durable} tells when it would outlive a crash of the machine. */
    SYNCED
}
