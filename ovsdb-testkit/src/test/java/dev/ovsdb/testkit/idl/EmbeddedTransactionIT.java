package dev.ovsdb.testkit.idl;

/** Transactions on our own server. */
class EmbeddedTransactionIT extends TransactionSuite {
    @Override
    IdlServer start() {
        return IdlServer.ours();
    }
}
