package dev.ovsdb.idl.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.time.IdSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** A replica of two rows, a peer that says what the test wrote down, and a loop and an executor that the test turns. */
final class TransactionScene implements Executor, AutoCloseable {
    static final UUID A = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000000");
    static final UUID B = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000000");
    static final String WHERE_A = "[['_uuid','==',['uuid','" + A + "']]]";
    private static final String SCHEMA =
            "{'name':'db','version':'1.0.0','tables':{'T':{'isRoot':true,'indexes':[['name']],"
                    + "'columns':{'name':{'type':'string','mutable':false},'n':{'type':{'key':{'type':'integer','maxInteger':100}}},"
                    + "'tags':{'type':{'key':'string','min':0,'max':'unlimited'}},"
                    + "'ids':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}},"
                    + "'peer':{'type':{'key':{'type':'uuid','refTable':'T'},'min':0,'max':1}},"
                    + "'peers':{'type':{'key':{'type':'uuid','refTable':'T','refType':'weak'},'min':0,'max':'unlimited'}},"
                    + "'slots':{'type':{'key':'integer','value':{'type':'uuid','refTable':'T','refType':'weak'},'min':0,'max':9}},"
                    + "'shares':{'type':{'key':{'type':'uuid','refTable':'T','refType':'weak'},'value':'real','min':0,'max':9}},"
                    + "'stems':{'type':{'key':{'type':'uuid','refTable':'T','refType':'weak'},'min':1,'max':9}},"
                    + "'ratio':{'type':'real'},'spare':{'type':{'key':'integer','min':0}},"
                    + "'kind':{'type':{'key':{'type':'string','enum':['set',['oak','elm']]},'min':0}},"
                    + "'note':{'type':'string'},'secret':{'type':'string'}}}}}";
    private static final String CONTENTS = "[false,'00000000-0000-4000-8000-000000000001',{'T':{'" + A
            + "':{'initial':{'name':'a','n':1,'tags':['set',['x']],'ids':['map',[['k','v']]],'note':'old'}},'" + B
            + "':{'initial':{'name':'b','n':2}}}}]";

    final ManualEventLoop loop = new ManualEventLoop();
    final ScriptedPeer peer = new ScriptedPeer(loop);
    final OvsdbClient client;
    final Idl idl;
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    TransactionScene() {
        peer.on("set_db_change_aware").reply("{}");
        peer.on("get_server_id").reply("'11111111-1111-4111-8111-111111111111'");
        peer.on("get_schema").reply(SCHEMA);
        peer.on("monitor_cond_since").reply(CONTENTS);
        peer.on("monitor_cancel").reply("{}");
        client = OvsdbClient.builder().ids(IdSource.seeded(1)).on(peer.transport());
        loop.run();
        idl = Idl.of(Interest.of("db")
                        .table(
                                "T",
                                table -> table.columns("name", "n", "tags", "ids", "peer", "note")
                                        .columns("peers", "slots", "shares", "stems", "ratio", "spare", "kind")
                                        .index(IndexSpec.of("order", "n", "name")
                                                .inOrder())
                                        .writeOnly("secret"))
                        .build())
                .on(client);
        turn();
        assertThat(idl.live()).isCompleted();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs everything that can run without time passing. */
    void turn() {
        loop.run();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
            loop.run();
        }
    }

    /** The same while time passes, a little at a time. */
    void turnFor(Duration time) {
        for (int i = 0; i < 10; i++) {
            turn();
            loop.advance(time.dividedBy(10));
        }
        turn();
    }

    CompletableFuture<Ending> start(TransactionBody body) {
        return start(TransactionOptions.defaults(), body);
    }

    CompletableFuture<Ending> start(TransactionOptions options, TransactionBody body) {
        CompletableFuture<Ending> end =
                idl.transactor().with(options.withIds(IdSource.seeded(2))).transactAsync(this, body);
        turn();
        return end;
    }

    Ending run(TransactionBody body) {
        return start(body).getNow(null);
    }

    Ending run(TransactionOptions options, TransactionBody body) {
        return start(options, body).getNow(null);
    }

    static Throwable failure(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        Throwable failure = future.handle((value, cause) -> cause).join();
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    /** The operations that were sent last, as text with single quotes. */
    String sent() {
        List<String> all = allSent();
        return all.get(all.size() - 1);
    }

    List<String> allSent() {
        return peer.received("transact").stream()
                .map(Message::requireBody)
                .map(body -> body.toValue().toString().replace('"', '\''))
                .map(text -> text.substring("['db',".length(), text.length() - 1))
                .toList();
    }

    /** Another client changes the number of row A. */
    void changeOfA(int n, long transaction) {
        peer.notify(
                "update3",
                "[1,'00000000-0000-4000-8000-" + String.format("%012d", transaction) + "',{'T':{'" + A
                        + "':{'modify':{'n':" + n + "}}}}]");
    }

    @Override
    public void close() {
        idl.close();
        client.close();
        loop.advance(Duration.ofMinutes(10));
        turn();
        assertThat(client.pendingCalls()).isZero();
        assertThat(loop.timers()).isZero();
    }
}
