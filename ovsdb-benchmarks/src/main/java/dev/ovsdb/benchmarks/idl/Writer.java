package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.workload.Peer;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Template;
import java.io.IOException;

/**
 * Changes the database, one row a transaction, in the same way each time: the contents of a replica at the end follow from how many
 * transactions there were.
 */
final class Writer implements AutoCloseable {
    /** A switch of a UUID that follows from its number. When it was sent is in a column that no checksum covers. */
    static final Template INSERT = Template.transact(
            "{'op':'insert','table':'Logical_Switch','uuid':'@-0000-4000-8000-00000000000a','row':{'name':'s%','external_ids':['map',[['owner','bench']]],'other_config':['map',[['"
                    + Marks.STAMP + "','#']]]}}");
    /** One value in a map of a port. */
    static final Template UPDATE = Template.transact(
            "{'op':'mutate','table':'Logical_Switch_Port','where':[['_uuid','==',['uuid','@-0000-4000-8000-000000000002']]],"
                    + "'mutations':[['external_ids','delete',['set',['neutron:revision_number']]],['external_ids','insert',['map',[['neutron:revision_number','#']]]]]}");

    private static final int OUTSTANDING = 64;

    private final Peer peer;
    private int next; // The number of the next transaction; keys of rows follow from it.

    Writer(String socket) throws IOException {
        this(socket, 0);
    }

    /** @param first the number of the first transaction */
    Writer(String socket, int first) throws IOException {
        next = first;
        peer = Peer.open(new Target(socket, "", null, 0, 0, 0));
    }

    /** Inserts a row that tells drivers where they are. */
    void mark(String name) throws IOException {
        String reply = peer.ask("{'id':1,'method':'transact','params':['OVN_Northbound',{'op':'insert','table':'"
                + Marks.TABLE + "','row':{'name':'" + name + "'}}]}");
        if (!reply.contains("\"uuid\"")) throw new IllegalStateException("the server answered " + reply);
    }

    /**
     * Sends transactions as fast as the server takes them.
     *
     * @param keys how many rows there are to change, in turn
     */
    void atFullSpeed(Template template, int count, int keys) throws IOException {
        int sent = 0;
        int answered = 0;
        while (answered < count) {
            for (; sent < count && sent - answered < OUTSTANDING; sent++, next++)
                peer.add(template.fill(next, next % keys));
            peer.flush();
            answered += peer.read();
        }
    }

    /** Sends one insert, with the moment, and waits for the answer. */
    void stamped() throws IOException {
        peer.add(INSERT.fill(Marks.stamp(System.nanoTime()), next++));
        peer.flush();
        peer.await();
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
