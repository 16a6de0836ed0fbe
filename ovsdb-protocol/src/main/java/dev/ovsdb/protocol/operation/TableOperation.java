package dev.ovsdb.protocol.operation;

/** An operation on the rows of one table. */
public sealed interface TableOperation extends Operation permits Insert, Select, Update, Mutate, Delete, Wait {
    String table();
}
