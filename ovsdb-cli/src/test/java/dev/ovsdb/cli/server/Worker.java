package dev.ovsdb.cli.server;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One client of a server that will be killed. Its n-th transaction sets its counter to n, adds n to a set, inserts two rows, and
 * deletes those of ten transactions ago; every third one is durable. Several are under way at any time.
 */
final class Worker {
    private static final int OUTSTANDING = 8;
    private static final int KEPT = 10; // Transactions whose rows are there.

    private final int number;
    private final AtomicLong sent;
    private final AtomicLong acknowledged;
    private final Semaphore room = new Semaphore(OUTSTANDING);
    private volatile boolean ended;

    /** @param last the number of its last transaction that is in the database */
    Worker(int number, long last) {
        this.number = number;
        this.sent = new AtomicLong(last);
        this.acknowledged = new AtomicLong(last);
    }

    static int kept() {
        return KEPT;
    }

    long sent() {
        return sent.get();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Works until the server is gone; each acknowledgement is told. */
    void run(OvsdbClient client, Runnable onAcknowledged) throws InterruptedException {
        while (!ended) {
            room.acquire();
            long n = sent.incrementAndGet();
            client.transactRaw(transaction(n)).whenComplete((result, failure) -> {
                ended |= failure != null || !isSuccess(result);
                if (!ended) {
                    acknowledged.set(n);
                    onAcknowledged.run();
                }
                room.release();
            });
        }
    }

    private static boolean isSuccess(@Nullable JsonBytes result) {
        return result != null && !result.toValue().toString().contains("\"error\"");
    }

    private JsonBytes transaction(long n) {
        String mine = "[\"worker\",\"==\"," + number + "]";
        String pair =
                "{\"op\":\"insert\",\"table\":\"Pair\",\"row\":{\"worker\":" + number + ",\"seq\":" + n + ",\"side\":";
        return JsonBytes.of(JsonValue.parse("[\"kill\",{\"op\":\"update\",\"table\":\"Counter\",\"where\":[" + mine
                + "],\"row\":{\"seq\":" + n + ",\"seen\":" + n + "}},"
                + "{\"op\":\"mutate\",\"table\":\"Counter\",\"where\":[" + mine
                + "],\"mutations\":[[\"set\",\"insert\"," + n
                + "],[\"set\",\"delete\"," + (n - 200) + "]]},"
                + pair + "\"left\"}}," + pair + "\"right\",\"text\":\"" + "x".repeat((int) (n % 300)) + "\"}},"
                + "{\"op\":\"delete\",\"table\":\"Pair\",\"where\":[" + mine + ",[\"seq\",\"==\"," + (n - KEPT) + "]]}"
                + (n % 3 == 0 ? ",{\"op\":\"commit\",\"durable\":true}" : "") + "]"));
    }
}
