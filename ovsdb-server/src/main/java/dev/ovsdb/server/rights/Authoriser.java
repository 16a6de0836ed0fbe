package dev.ovsdb.server.rights;

/**
 * Rules of one's own about who may change rows, besides those that the database's RBAC tables state: an operation is
 * refused if either refuses.
 *
 * <p>Called in the server's lane for each row that an operation would change, in the order of the operations; everything
 * else waits meanwhile. So an authoriser answers at once from what it is given. What it throws fails the transaction with
 * {@code internal error}.
 */
@FunctionalInterface
public interface Authoriser {
    /** Whether the client may do this. If not, the operation fails with {@code permission error} and so its transaction. */
    boolean permits(Client client, RowAccess access);
}
