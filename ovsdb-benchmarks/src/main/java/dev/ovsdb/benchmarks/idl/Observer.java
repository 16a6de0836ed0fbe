package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.RowChange;
import java.util.concurrent.CountDownLatch;

/**
 * Is told of every change of a replica, and measures from one mark to another. A server may put a mark and what came before it in one
 * message, in any order, so a mark counts when all of its message was told. Confined to the thread that writes the replica.
 */
abstract class Observer {
    private final CountDownLatch ended = new CountDownLatch(1);
    private String mark = "";

    /** Returns when the last mark came. */
    final void observe(Idl idl) throws InterruptedException {
        idl.listen(Runnable::run, this::changed);
        System.out.println(Work.LIVE);
        ended.await();
    }

    private void changed(Changes changes) {
        if (changes.kind() == Changes.Kind.INITIAL) return; // What was there before.
        for (RowChange change : changes.rows()) {
            if (change.table().equals(Marks.TABLE)) {
                mark = change.row().get("name").asString();
            } else {
                change(change);
            }
        }
        if (!mark.isEmpty()) {
            marked(mark);
            mark = "";
        }
    }

    private void marked(String name) {
        switch (name) {
            case Marks.BEGIN -> {
                begin();
                System.out.println(Marks.BEGIN);
            }
            case Marks.END -> {
                System.out.println(end().toLine());
                ended.countDown();
            }
            default -> throw new IllegalStateException("a mark called " + name);
        }
    }

    /** What is told from now on counts. */
    abstract void begin();

    abstract void change(RowChange change);

    abstract Figures end();
}
