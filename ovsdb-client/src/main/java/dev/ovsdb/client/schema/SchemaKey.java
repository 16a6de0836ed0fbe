package dev.ovsdb.client.schema;

import java.util.Objects;

/**
 * Which server's database.
 *
 * @param remote where the server was reached: a server can claim any id, but not another's address
 * @param server the id that the running server gave, or one that stands for a connection whose server gives none
 * @param database the database's name
 */
public record SchemaKey(String remote, Object server, String database) {
    public SchemaKey {
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(database, "database");
    }
}
