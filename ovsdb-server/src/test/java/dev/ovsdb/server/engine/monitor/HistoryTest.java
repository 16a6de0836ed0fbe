package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a client goes on with {@code monitor_cond_since} where it was. */
class HistoryTest {
    private final Session session = new Session(new HubOptions(5, 16, 1 << 18, 1 << 20));

    private UUID insert(int i) {
        UUID uuid = session.database.insert("T", Row.empty().with("i", Datum.of(i)));
        session.commitAndPublish();
        return uuid;
    }

    private String since(UUID last) {
        String params = "['M',1,{'T':[{'columns':['i']}]},'" + last + "']";
        return session.drain(
                        session.open(MonitorKind.MONITOR_COND_SINCE, params).reply())
                .replace('"', '\'')
                .replaceFirst("'[-0-9a-f]{36}'", "LAST");
    }

    @Test
    void findsNothingByTheZeroUuid() {
        insert(1);
        assertThat(since(new UUID(0, 0))).startsWith("[false,LAST,{'T':").contains("initial");
    }

    @Test
    void findsWhatChangedSinceTheDatabaseWasOpened() {
        UUID opened = session.hub.lastTransactionId();
        assertThat(opened).isNotEqualTo(new UUID(0, 0));
        assertThat(since(opened)).isEqualTo("[true,LAST,{}]");
        UUID row = insert(1);
        assertThat(since(opened)).isEqualTo("[true,LAST,{'T':{'" + row + "':{'insert':{'i':1}}}}]");
    }

    @Test
    void tellsNetChangesSinceATransaction() {
        UUID one = insert(1);
        UUID two = insert(2);
        UUID known = session.hub.lastTransactionId();
        session.database.update("T", one, Row.empty().with("i", Datum.of(5)));
        session.commitAndPublish();
        session.database.update("T", one, Row.empty().with("i", Datum.of(6)));
        session.database.delete("T", two);
        session.commitAndPublish();
        session.database.delete("T", insert(7));
        session.commitAndPublish();
        assertThat(since(known))
                .isEqualTo("[true,LAST,{'T':{'" + one + "':{'modify':{'i':6}},'" + two + "':{'delete':null}}}]");
    }

    @Test
    void keepsOnlySoManyTransactions() {
        UUID old = session.hub.lastTransactionId();
        for (int i = 0; i < 6; i++) insert(i);
        assertThat(since(old)).startsWith("[false,");
        assertThat(session.hub.historyTransactions()).isEqualTo(5);
    }

    @Test
    void isNotLongerThanTheDatabaseButHasTheLastTransaction() {
        UUID before = session.hub.lastTransactionId();
        for (int i = 0; i < 300; i++) session.database.insert("T", Row.empty());
        session.commitAndPublish();
        assertThat(session.hub.historyAtoms()).isGreaterThan(session.database.atoms());
        assertThat(since(before)).startsWith("[true,");
        UUID last = session.hub.lastTransactionId();
        insert(1);
        assertThat(since(before)).startsWith("[false,");
        assertThat(since(last)).startsWith("[true,");
    }

    @Test
    void weighsOfALargeValueWhatChangedOfIt() {
        UUID row = session.database.insert("T", Row.empty());
        for (int i = 0; i < 300; i++) session.database.insert("T", Row.empty());
        session.commitAndPublish();

        Row two = Row.empty().with("si", Datum.set(Atom.of(1), Atom.of(2)));
        assertThat(weight(row, two)).isEqualTo(3); // And that of the many rows is no longer kept.
        assertThat(weight(row, Row.empty().with("si", Datum.set(Atom.of(1), Atom.of(2), Atom.of(3)))))
                .isEqualTo(3 + 2);
        assertThat(weight(row, Row.empty().with("m", Datum.stringMap(Map.of("a", "b")))))
                .isEqualTo(3 + 2 + 3);
        assertThat(weight(row, Row.empty().with("i", Datum.of(7)))).isEqualTo(3 + 2 + 3 + 1);

        session.database.delete("T", row);
        session.commitAndPublish();
        int scalars = 7;
        assertThat(session.hub.historyAtoms()).isEqualTo(3 + 2 + 3 + 1 + scalars + 3 + 2);
    }

    private long weight(UUID row, Row change) {
        session.database.update("T", row, change);
        session.commitAndPublish();
        return session.hub.historyAtoms();
    }

    @Test
    void forgetsWhatHasFallen() {
        UUID published = session.hub.lastTransactionId();
        session.database.insert("T", Row.empty());
        session.commit();
        UUID fallen = session.hub.lastTransactionId();
        session.database.fallBack(session.hub);
        assertThat(session.hub.lastTransactionId()).isEqualTo(published);
        assertThat(since(fallen)).startsWith("[false,");
    }

    @Test
    void goesOnWithUpdate3() {
        UUID opened = session.hub.lastTransactionId();
        Monitor monitor =
                session.monitor(MonitorKind.MONITOR_COND_SINCE, "['M',1,{'T':[{'columns':['i']}]},'" + opened + "']");
        session.seen();
        UUID row = insert(1);
        session.pull(monitor);
        assertThat(session.seen())
                .containsExactly("update3 [1,'" + session.hub.lastTransactionId() + "',{'T':{'" + row
                        + "':{'insert':{'i':1}}}}]");
    }
}
