package dev.ovsdb.cli.client;

/** {@code list-dbs}. */
final class ListDbs implements Verb {
    @Override
    public void run(Invocation invocation) {
        new Answers(invocation.session(), invocation.options())
                .databases()
                .forEach(name -> invocation.out().line(name));
    }
}
