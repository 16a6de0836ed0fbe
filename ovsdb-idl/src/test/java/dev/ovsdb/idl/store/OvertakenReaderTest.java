package dev.ovsdb.idl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.RowUpdate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Readers of other threads, while images that nobody holds are taken out of the middle of a row's versions. */
class OvertakenReaderTest {
    private static final UUID ROW = new UUID(1, 1);
    private static final int UPDATES = 100_000;

    private final ReplicaStore store = new ReplicaStore();
    private final StoredTable ports = store.add(
            new TableShape(ReplicaStoreTest.SCHEMA.requireTable("Port"), List.of("name", "stat"), List.of()),
            List.of());
    private volatile boolean over;

    private static Row row(long number) {
        return Row.builder()
                .put("name", Datum.of("p"))
                .put("stat", Datum.of(number))
                .build();
    }

    private long number(long version) {
        return ports.find(ROW, version).values().require("stat").asLong();
    }

    /** Who holds nothing may be overtaken, but is never thrown back. */
    private Void readTheNewest() {
        long last = 0;
        while (!over) {
            long now = number(store.published());
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
        return null;
    }

    /** Who holds a version reads that one. */
    private Void readWhatIsHeld() {
        while (!over) {
            long version = store.pin().version();
            long number = number(version);
            for (int i = 0; i < 50; i++) {
                assertThat(number(version)).isEqualTo(number);
            }
            store.unpin(version);
        }
        return null;
    }

    @Test
    void neverGoBack() throws Exception {
        StoreWrite contents = store.beginContents();
        contents.apply("Port", ROW, new RowUpdate.Initial(row(0)));
        long oldest = contents.publish().version();
        store.pin();
        ExecutorService readers = Executors.newFixedThreadPool(3);
        List<Future<Void>> results = List.of(
                readers.submit(this::readTheNewest),
                readers.submit(this::readTheNewest),
                readers.submit(this::readWhatIsHeld));
        for (int i = 1; i <= UPDATES; i++) {
            StoreWrite write = store.begin();
            write.apply("Port", ROW, new RowUpdate.Replace(Row.empty(), row(i)));
            write.publish();
        }
        over = true;
        for (Future<Void> result : results) {
            result.get();
        }
        readers.shutdown();
        assertThat(number(oldest)).isZero();
        store.unpin(oldest);
        assertThat(number(store.published())).isEqualTo(UPDATES);
        assertThat(store.superseded()).isZero();
        assertThat(ports.row(ROW).images()).isOne();
    }
}
