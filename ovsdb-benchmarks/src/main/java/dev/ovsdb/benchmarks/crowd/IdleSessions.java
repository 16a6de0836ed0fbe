package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Figures;
import java.io.IOException;

/** Sessions that have said something once, and then do no more than to answer probes, if they are probed. */
final class IdleSessions implements Pressure {
    /** More would fill the queue of those that wait to be accepted, and have the kernel try again a second later, and three. */
    static final int AT_ONCE = 50;

    private final Place place;
    private final int count;
    private final Members members;
    private int answered;

    IdleSessions(Place place, int count, Members members) {
        this.place = place;
        this.count = count;
        this.members = members;
    }

    @Override
    public void begin() throws IOException {
        for (int i = 0; i < count; i++) {
            members.join(place.session(), message -> answered++).send(Words.request(i, "list_dbs", "[]"));
            if (i % AT_ONCE == 0) awaitAnswers(i);
        }
        awaitAnswers(count);
    }

    private void awaitAnswers(int number) throws IOException {
        members.listenUntil("all were answered", () -> answered >= number);
    }

    @Override
    public void press() throws IOException {
        members.listen(10);
    }

    @Override
    public Figures end(long notice) throws IOException {
        members.listen();
        return Figures.of("sessions", count, "lost", members.ended());
    }

    @Override
    public void close() throws IOException {
        members.close();
    }
}
