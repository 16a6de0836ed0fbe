package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ten idle sessions for each active one. The active ones transact in turn, {@link #RATE} a second in all. */
final class Crowd implements Pressure {
    private static final int IDLE_FOR_EACH = 10;
    private static final double RATE = 200;

    private final Place place;
    private final int count;
    private final IdleSessions idle;
    private final Members members = new Members();
    private final List<ActiveSession> active = new ArrayList<>();
    private long start;
    private long turns;

    /** @param count how many sessions are active */
    Crowd(Place place, int count) throws IOException {
        this.place = place;
        this.count = count;
        this.idle = new IdleSessions(place, IDLE_FOR_EACH * count, members);
    }

    @Override
    public void begin() throws IOException {
        idle.begin();
        for (int i = 0; i < count; i++) {
            ActiveSession session = new ActiveSession("active" + i);
            session.begin(members.join(place.session(), session::heard));
            active.add(session);
            if (i % IdleSessions.AT_ONCE == 0) awaitRows();
        }
        awaitRows();
        start = System.nanoTime();
    }

    private void awaitRows() throws IOException {
        members.listenUntil("all had their row", () -> active.stream().allMatch(ActiveSession::isReady));
    }

    @Override
    public void press() throws IOException {
        members.listen(1);
        long due = (long) ((System.nanoTime() - start) / 1e9 * RATE);
        // One that still waits loses its turn: the pace is no measure of the server.
        for (; turns < due; turns++) active.get((int) (turns % count)).transact();
    }

    @Override
    public Figures end(long notice) throws IOException {
        members.listenUntil(
                "all knew the last notice", () -> active.stream().allMatch(session -> session.isUpTo(notice)));
        Figures figures = idle.end(notice);
        return figures.with("active", count)
                .with(
                        "transactions",
                        active.stream().mapToLong(ActiveSession::done).sum())
                .with(
                        "disorder",
                        active.stream().mapToLong(ActiveSession::disorder).sum())
                .with(
                        "fewest",
                        active.stream().mapToLong(ActiveSession::done).min().orElse(0));
    }

    @Override
    public void close() throws IOException {
        members.close();
    }
}
