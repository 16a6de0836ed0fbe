package dev.ovsdb.testkit.idl;

import dev.ovsdb.testkit.junit.RequiresPeer;

/** Transactions on the reference server. */
@RequiresPeer("ovsdb-server")
class ReferenceTransactionIT extends TransactionSuite {
    @Override
    IdlServer start() {
        return IdlServer.reference();
    }
}
