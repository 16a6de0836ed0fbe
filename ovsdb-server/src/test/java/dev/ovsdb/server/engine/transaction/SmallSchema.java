package dev.ovsdb.server.engine.transaction;

/** A schema of two tables, for tests of what is around operations. */
final class SmallSchema {
    static final String TEXT = "{'name':'Small','tables':{"
            + "'Port':{'isRoot':true,'columns':{'name':{'type':'string'},'tag':{'type':'integer'},"
            + "'peers':{'type':{'key':'uuid','min':0,'max':'unlimited'}}},'indexes':[['name']]},"
            + "'Log':{'isRoot':true,'columns':{'text':{'type':'string'}}}}}";

    private SmallSchema() {}

    static TestDatabase database() {
        return TestDatabase.of(TEXT);
    }
}
