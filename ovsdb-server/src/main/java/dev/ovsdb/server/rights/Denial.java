package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.TableSchema;

/** The error of an operation that its client may not do, in the reference's words. */
final class Denial {
    private Denial() {}

    static OperationError byRole(Client client, Action action, TableSchema table) {
        return error(roleOf(client), action, table);
    }

    static OperationError byRule(Client client, Action action, TableSchema table) {
        return error("The server's rules for client " + client(client), action, table);
    }

    static OperationError convert(Client client, String database) {
        return OperationError.of(
                ErrorTag.PERMISSION_ERROR,
                roleOf(client) + " prohibit \"convert\" of database " + database
                        + " (only the root role may convert databases)");
    }

    private static String roleOf(Client client) {
        return "RBAC rules for client " + client(client) + " role \"" + client.role() + "\"";
    }

    private static OperationError error(String rules, Action action, TableSchema table) {
        return OperationError.of(
                ErrorTag.PERMISSION_ERROR, rules + " prohibit " + action.phrase() + " table \"" + table.name() + "\".");
    }

    /** The reference is a C program: a name that is missing prints as its C library prints it. */
    private static String client(Client client) {
        return "\"" + (client.commonName() == null ? "(null)" : client.commonName()) + "\"";
    }
}
