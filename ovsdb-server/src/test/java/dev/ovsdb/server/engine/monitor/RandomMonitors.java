package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.store.CommitResult;
import dev.ovsdb.server.engine.store.CommitResult.Committed;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.engine.store.TableStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random history of a store, with clients that monitor it, fall behind, change their minds and come back. */
final class RandomMonitors {
    static final DatabaseSchema SCHEMA = DatabaseSchema.parse(Samples.json("""
            {'name':'M','version':'1.0.0','tables':{
             'A':{'columns':{
               'k':{'type':'integer'},'s':{'type':'string'},
               'o':{'type':{'key':'integer','min':0,'max':1}},
               'set':{'type':{'key':'integer','min':0,'max':'unlimited'}},
               'map':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}}},
              'indexes':[['k']]},
             'B':{'columns':{'s':{'type':'string'},'big':{'type':{'key':'integer','min':1,'max':'unlimited'}}}}}}
            """));

    private final Random random;
    private final IdSource ids;
    private final DatabaseStore store;
    private final MonitorHub hub;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<MonitorClient> clients = new ArrayList<>();
    private int nextKey;
    private int resumed;

    RandomMonitors(long seed, int stepsApart) {
        this.random = new Random(seed);
        this.ids = IdSource.seeded(seed);
        this.store = new DatabaseStore(SCHEMA, ids);
        assertThat(store.loaded()).isNull();
        this.hub = new MonitorHub(store, new HubOptions(30, stepsApart, 500, 20_000), work::add, Clock.system(), ids);
    }

    MonitorHub hub() {
        return hub;
    }

    DatabaseStore store() {
        return store;
    }

    Random random() {
        return random;
    }

    int resumed() {
        return resumed;
    }

    void countResumed() {
        resumed++;
    }

    void runReaders() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    void play(int actions) {
        for (int i = 0; i < actions; i++) {
            act();
        }
        barrier();
    }

    private void act() {
        int choice = random.nextInt(100);
        if (choice < 50) {
            transact();
        } else if (choice < 62) {
            publish();
        } else if (choice < 65) {
            fallBack();
        } else if (choice < 72 && clients.size() < 6) {
            clients.add(new MonitorClient(this));
        } else if (choice < 74 && !clients.isEmpty()) {
            clients.remove(random.nextInt(clients.size())).close();
        } else if (choice < 98 && !clients.isEmpty()) {
            clients.get(random.nextInt(clients.size())).act(choice);
        } else if (choice >= 98) {
            barrier();
        }
    }

    private void transact() {
        StoreTransaction transaction = store.begin();
        for (int i = random.nextInt(4); i >= 0; i--) {
            TableStore table = store.tables().get(random.nextInt(2));
            List<TableRow> rows = new ArrayList<>();
            transaction.forEachRow(table, rows::add);
            TableRow row = rows.isEmpty() ? null : rows.get(random.nextInt(rows.size()));
            change(transaction, table, row, rows.size());
        }
        CommitResult result = transaction.commit();
        if (result instanceof Committed committed) {
            hub.committed(committed.version());
        }
        if (random.nextInt(3) > 0) {
            publish();
        }
    }

    private void change(StoreTransaction transaction, TableStore table, @Nullable TableRow row, int rows) {
        int choice = random.nextInt(10);
        int columns = table.schema().columns().size();
        if (row == null || choice < 3 && rows < 150) {
            @Nullable Datum[] values = new Datum[table.schema().layout().size()];
            for (int i = 0; i < columns; i++) {
                values[i] = value(table, i, table.schema().columns().get(i).defaultDatum());
            }
            transaction.insert(table, ids.nextUuid(), values);
        } else if (choice < 4 || rows > 150) {
            transaction.delete(row);
        } else {
            int column = random.nextInt(columns);
            transaction.set(row, column, value(table, column, transaction.value(row, column)));
        }
    }

    private Datum value(TableStore table, int column, Datum before) {
        return switch (table.schema().columns().get(column).name()) {
            case "k" -> Datum.of(nextKey++);
            case "s" -> Datum.of("s" + random.nextInt(4));
            case "o" -> random.nextBoolean() ? Datum.emptySet() : Datum.of(random.nextInt(3));
            case "set" -> toggled((SetDatum) before, 8);
            case "big" -> before.size() < 3 ? many() : toggled((SetDatum) before, 400);
            default ->
                ((MapDatum) before)
                        .put(MapDatum.stringMap(Map.of("k" + random.nextInt(4), "v" + random.nextInt(3))))
                        .after();
        };
    }

    private Datum toggled(SetDatum before, int bound) {
        Datum after = before.toggle(Datum.set(Atom.of(random.nextInt(bound)))).after();
        return after.isEmpty() ? before : after;
    }

    private Datum many() {
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            atoms.add(Atom.of(random.nextInt(400)));
        }
        return Datum.set(atoms);
    }

    private void publish() {
        store.publish(store.headVersion());
        hub.publish(store.headVersion());
        clients.forEach(MonitorClient::published);
    }

    private void fallBack() {
        store.fallBack();
        hub.fallBack(store.headVersion());
        clients.removeIf(MonitorClient::fellBack);
    }

    private void barrier() {
        publish();
        clients.forEach(MonitorClient::compare);
    }

    void closeAll() {
        clients.forEach(MonitorClient::close);
        clients.clear();
    }
}
