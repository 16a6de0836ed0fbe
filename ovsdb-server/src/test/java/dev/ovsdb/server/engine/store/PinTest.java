package dev.ovsdb.server.engine.store;

import static dev.ovsdb.server.engine.store.Scene.committed;
import static dev.ovsdb.server.engine.store.Scene.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.cases.Rounds;
import dev.ovsdb.server.data.RowImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Readers that see one version whole while the lane goes on. */
class PinTest {
    private static final int ROWS = 500;

    private final Scene scene = new Scene();
    private final DatabaseStore store = scene.store;
    private final TableSchema cages = scene.cages.schema();
    private final List<TableRow> rows = new ArrayList<>();
    private final Random random = new Random(7);
    private int named;

    private void fill(int count) {
        StoreTransaction transaction = store.begin();
        for (int i = 0; i < count; i++) {
            rows.add(insert(transaction));
        }
        scene.publish(transaction);
    }

    private TableRow insert(StoreTransaction transaction) {
        int number = named++;
        return scene.insert(transaction, scene.cages, "name", Datum.of("cage " + number), "row", Datum.of(number));
    }

    private Map<UUID, RowImage> read(Pin pin) {
        Map<UUID, RowImage> seen = new LinkedHashMap<>();
        RowCursor cursor = pin.rows(cages);
        while (cursor.next()) {
            assertThat(seen.put(cursor.uuid(), cursor.image())).isNull();
        }
        return seen;
    }

    /** One change of one row; now and then a row comes or goes. */
    private void churn() {
        StoreTransaction transaction = store.begin();
        int place = random.nextInt(rows.size());
        switch (random.nextInt(10)) {
            case 0 -> rows.add(insert(transaction));
            case 1 -> {
                transaction.delete(rows.get(place));
                rows.set(place, insert(transaction));
            }
            default -> set(transaction, rows.get(place), "status", Datum.of("at " + store.headVersion()));
        }
        scene.publish(transaction);
    }

    @Test
    void seesTheSameRowsThroughoutAndLeavesNothingBehind() {
        fill(ROWS);
        Pin pin = store.pinPublished();
        Map<UUID, RowImage> before = read(pin);
        assertThat(before).hasSize(ROWS);
        int versions = Rounds.of(100_000);
        for (int i = 1; i <= versions; i++) {
            churn();
            if (i % (versions / 10) == 0) {
                assertThat(read(pin)).isEqualTo(before);
            }
        }
        before.forEach((uuid, image) -> assertThat(pin.find(cages, uuid)).isSameAs(image));
        assertThat(store.heldVersions()).isEqualTo(versions);
        assertThat(pin.heldBytes()).isGreaterThan(10L * versions);
        pin.close();
        store.reclaim();
        assertThat(store.heldVersions()).isZero();
        assertThat(images()).isEqualTo(rows.size());
        assertThat(scene.cages.rows().shells()).isLessThan(rows.size());
    }

    private int images() {
        int images = 0;
        for (int slot = 0; slot < scene.cages.rows().slots().length(); slot++) {
            TableRow row = scene.cages.rows().slots().get(slot);
            images += row == null ? 0 : row.images();
        }
        return images;
    }

    @Test
    void isReadByOtherThreadsWhileTheLaneGoesOn() {
        fill(ROWS);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Void> reader = new CompletableFuture<>();
            readers.add(reader);
            new Thread(() -> {
                        try {
                            while (!done.get()) {
                                try (Pin pin = store.pinPublished()) {
                                    Map<UUID, RowImage> first = read(pin);
                                    assertThat(read(pin)).isEqualTo(first);
                                    reads.incrementAndGet();
                                }
                            }
                            reader.complete(null);
                        } catch (Throwable wrong) {
                            reader.completeExceptionally(wrong);
                        }
                    })
                    .start();
        }
        int changes = Rounds.of(20_000);
        try {
            for (int i = 0;
                    i < changes || reads.get() < 20 && readers.stream().noneMatch(CompletableFuture::isDone);
                    i++) {
                churn();
            }
        } finally {
            done.set(true);
        }
        CompletableFuture.allOf(readers.toArray(new CompletableFuture<?>[0])).join();
        store.reclaim();
        assertThat(store.heldVersions()).isZero();
        assertThat(images()).isEqualTo(rows.size());
    }

    @Test
    void ofThePublishedVersionDoesNotSeeWhatMayStillFall() {
        fill(1);
        StoreTransaction transaction = store.begin();
        TableRow added = insert(transaction);
        Version version = committed(transaction);
        try (Pin published = store.pinPublished();
                Pin head = store.pin()) {
            assertThat(published.find(cages, added.uuid())).isNull();
            assertThat(head.find(cages, added.uuid())).isNotNull();
            assertThat(head.version()).isEqualTo(version.number());
            assertThat(store.pins()).containsExactly(published, head);
        }
        assertThat(store.pins()).isEmpty();
    }

    @Test
    void fallsWithItsVersion() {
        fill(1);
        TableRow row = rows.get(0);
        StoreTransaction transaction = store.begin();
        set(transaction, row, "status", Datum.of("open"));
        Version version = committed(transaction);
        Pin head = store.pin();
        RowCursor cursor = head.rows(cages);
        Pin published = store.pinPublished();
        assertThat(store.fallBack()).containsExactly(version);
        assertThat(head.isFallen()).isTrue();
        assertThat(published.isFallen()).isFalse();
        assertThatThrownBy(() -> head.find(cages, row.uuid())).hasMessageContaining("has fallen");
        assertThatThrownBy(cursor::next).hasMessageContaining("has fallen");
        assertThat(store.headVersion()).isEqualTo(store.publishedVersion());
        StoreTransaction next = store.begin();
        set(next, row, "status", Datum.of("shut"));
        assertThat(committed(next).number()).isGreaterThan(version.number());
    }

    @Test
    void tellsWhenTheLastThatHeldSomethingBackIsClosed() {
        AtomicInteger told = new AtomicInteger();
        store.onReclaimable(told::incrementAndGet);
        fill(10);
        Pin first = store.pinPublished();
        Pin second = store.pinPublished();
        churn();
        second.close();
        assertThat(told).hasValue(0);
        first.close();
        first.close();
        assertThat(told).hasValue(1);
        assertThat(store.heldVersions()).isEqualTo(1);
        store.reclaim();
        assertThat(store.heldVersions()).isZero();
    }

    @Test
    void countsWhatIsReadThroughIt() {
        fill(200);
        try (Pin pin = store.pinPublished()) {
            read(pin);
            pin.find(cages, rows.get(0).uuid());
            assertThat(pin.progress()).isEqualTo(201);
            assertThat(pin.expectedRows(cages)).isEqualTo(200);
        }
    }

    @Test
    void showsNothingOnceClosed() {
        fill(1);
        Pin pin = store.pinPublished();
        RowCursor cursor = pin.rows(cages);
        assertThatThrownBy(cursor::uuid).isInstanceOf(NoSuchElementException.class);
        pin.close();
        assertThatThrownBy(() -> pin.rows(cages)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(cursor::next).isInstanceOf(IllegalStateException.class);
    }
}
