package dev.ovsdb.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.idl.feed.Wanted;
import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.store.StoreWrite;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a view costs, and what it shows, when many updates pass while it is held. */
class LongHeldViewTest {
    private static final int UPDATES = 100_000;
    private static final int PORTS = 200;
    private static final int BRIDGES = 20;
    private static final DatabaseSchema SCHEMA = DatabaseSchema.parse("""
            {'name':'S','version':'1.0.0','tables':{
             'Bridge':{'isRoot':true,'indexes':[['name']],'columns':{'name':{'type':'string'},
              'ports':{'type':{'key':{'type':'uuid','refTable':'Port'},'min':0,'max':'unlimited'}}}},
             'Port':{'columns':{'name':{'type':'string'},'tag':{'type':'integer'}}}}}
            """.replace('\'', '"'));
    private static final Interest ALL = Interest.of("S")
            .everyTable()
            .table(
                    "Port",
                    table -> table.everyColumn()
                            .index(IndexSpec.of("tag", "tag", "name").inOrder()))
            .build();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Holdings holdings = new Holdings(ALL);
    private final Map<UUID, Row> ports = new LinkedHashMap<>();
    private final Map<UUID, Row> bridges = new LinkedHashMap<>();

    private static UUID port(int number) {
        return new UUID(1, number);
    }

    private static UUID bridge(int number) {
        return new UUID(2, number);
    }

    private Row port() {
        return Row.builder()
                .put("name", Datum.of("p" + random.nextInt(1_000)))
                .put("tag", Datum.of(random.nextInt(10)))
                .build();
    }

    private Row bridge(String name) {
        List<Atom> members = new ArrayList<>();
        random.ints(5, 0, PORTS).distinct().forEach(number -> members.add(Atom.of(port(number))));
        return Row.builder()
                .put("name", Datum.of(name))
                .put("ports", Datum.set(members))
                .build();
    }

    private void begin() {
        holdings.adopt(Wanted.of(ALL, SCHEMA));
        StoreWrite write = holdings.store().beginContents();
        for (int i = 0; i < PORTS; i++) {
            put(write, "Port", ports, port(i), port());
        }
        for (int i = 0; i < BRIDGES; i++) {
            put(write, "Bridge", bridges, bridge(i), bridge("b" + i));
        }
        write.publish();
    }

    private static void put(StoreWrite write, String table, Map<UUID, Row> rows, UUID uuid, Row row) {
        Row old = rows.put(uuid, row);
        write.apply(table, uuid, old == null ? new RowUpdate.Insert(row) : new RowUpdate.Replace(old, row));
    }

    /** Any change: of a value, of references, of what rows there are. */
    private void update() {
        StoreWrite write = holdings.store().begin();
        UUID port = port(random.nextInt(PORTS));
        if (ports.containsKey(port) && random.nextInt(4) == 0) {
            ports.remove(port);
            write.apply("Port", port, new RowUpdate.Delete(null));
        } else {
            put(write, "Port", ports, port, port());
        }
        if (random.nextInt(4) == 0) {
            UUID bridge = bridge(random.nextInt(BRIDGES));
            put(write, "Bridge", bridges, bridge, bridge("c" + random.nextInt()));
        }
        write.publish();
    }

    /** All that can be asked of a replica: rows, what indexes find, what rows refer to, and who refers to them. */
    private static Map<String, String> answers(Replica replica) {
        Map<String, String> answers = new TreeMap<>();
        answers.put(
                "sizes",
                replica.table("Port").size() + " " + replica.table("Bridge").size());
        replica.table("Port")
                .forEach(row -> answers.put("port " + row.uuid(), row.values() + ", of " + uuids(row.referrers())));
        replica.table("Bridge").forEach(row -> {
            answers.put("bridge " + row.uuid(), row.values() + ", to " + uuids(row.references("ports")));
            answers.put(
                    "named " + row.get("name"),
                    uuids(replica.table("Bridge").index("name").all(row.get("name"))));
        });
        for (int tag = 0; tag < 10; tag++) {
            answers.put(
                    "tagged " + tag, uuids(replica.table("Port").index("tag").prefix(Datum.of(tag))));
        }
        return answers;
    }

    private static String uuids(List<IdlRow> rows) {
        return rows.stream().map(row -> row.uuid().toString()).sorted().toList().toString();
    }

    private static List<WeakReference<Row>> values(Replica replica) {
        List<WeakReference<Row>> values = new ArrayList<>();
        replica.table("Port").forEach(row -> values.add(new WeakReference<>(row.values())));
        replica.table("Bridge").forEach(row -> values.add(new WeakReference<>(row.values())));
        return values;
    }

    @Test
    void showsTheSameThroughoutAndKeepsNothingAfterwards() {
        begin();
        View view = HeldView.newest(holdings);
        Map<String, String> before = answers(view);
        List<WeakReference<Row>> old = values(view);
        for (int i = 1; i <= UPDATES; i++) {
            update();
            if (i % (UPDATES / 50) == 0) {
                assertThat(answers(view)).as("seed %d", seed).isEqualTo(before);
                // Each row as the view has it, and as it is.
                assertThat(holdings.store().superseded()).isLessThanOrEqualTo(2 * (PORTS + BRIDGES));
            }
        }
        old.removeIf(row -> row.get() == null); // What every update passed by is still shown.
        assertThat(old).hasSizeGreaterThan(PORTS);
        view.close();

        assertThat(holdings.store().superseded()).isZero();
        assertThat(holdings.store().pinned()).isZero();
        ports.clear(); // The test's own model.
        bridges.clear();
        assertThat(cleared(old)).as("seed %d, %d old rows", seed, old.size()).isTrue();
    }

    /** One collection clears what nobody reaches; the rows that never changed are reached. */
    private boolean cleared(List<WeakReference<Row>> old) {
        System.gc();
        List<Row> now = new ArrayList<>();
        try (View view = HeldView.newest(holdings)) {
            view.table("Port").forEach(row -> now.add(row.values()));
            view.table("Bridge").forEach(row -> now.add(row.values()));
        }
        return old.stream().map(WeakReference::get).allMatch(row -> row == null || isAmong(row, now));
    }

    private static boolean isAmong(Row row, List<Row> rows) {
        return rows.stream().anyMatch(other -> other == row);
    }

    @Test
    void isTakenForTheSameWorkWhateverThereIs() {
        Holdings few = filled(1_000);
        Holdings many = filled(1_000_000);
        long forFew = Long.MAX_VALUE;
        long forMany = Long.MAX_VALUE;
        for (int i = 0;
                i < 2_000;
                i++) { // In turn, so that both are run by the same code; the least is without the compiler's.
            forFew = Math.min(forFew, allocatedToTakeAndClose(few));
            forMany = Math.min(forMany, allocatedToTakeAndClose(many));
        }
        assertThat(forMany).isEqualTo(forFew).isPositive().isLessThan(1_000);
    }

    private static Holdings filled(int rows) {
        Interest plain = Interest.everything("S");
        Holdings holdings = new Holdings(plain);
        holdings.adopt(Wanted.of(plain, SCHEMA));
        StoreWrite write = holdings.store().beginContents();
        Row row = Row.read(JsonReader.of("{}".getBytes(StandardCharsets.UTF_8)), SCHEMA.requireTable("Port"))
                .with("name", Datum.of("p"))
                .with("tag", Datum.of(1));
        for (int i = 0; i < rows; i++) {
            write.apply("Port", port(i), new RowUpdate.Initial(row));
        }
        write.publish();
        return holdings;
    }

    private static long allocatedToTakeAndClose(Holdings holdings) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        try (View view = HeldView.newest(holdings)) {
            view.table("Port").row(port(7)).orElseThrow();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
