package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What monitors send, one transaction at a time; the texts are those of the reference. */
class MonitorUpdatesTest {
    private final Session session = new Session();
    private final ModelDatabase database = session.database;

    private static Row row(Object... columns) {
        Row row = Row.empty();
        for (int i = 0; i < columns.length; i += 2) {
            row = row.with((String) columns[i], datum(columns[i + 1]));
        }
        return row;
    }

    private static Datum datum(Object value) {
        if (value instanceof Datum datum) return datum;
        return value instanceof Integer number ? Datum.of(number.longValue()) : Datum.of((String) value);
    }

    private UUID inserted(Object... columns) {
        UUID uuid = database.insert("T", row(columns));
        session.commitAndPublish();
        return uuid;
    }

    private void updated(UUID uuid, Object... columns) {
        database.update("T", uuid, row(columns));
        session.commitAndPublish();
    }

    private void deleted(UUID uuid) {
        database.delete("T", uuid);
        session.commitAndPublish();
    }

    private String pulled(Monitor monitor) {
        session.pull(monitor);
        return String.join(" ", session.seen())
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "U")
                .replaceAll("^update\\d? ", "");
    }

    private Monitor monitor(String table) {
        Monitor monitor = session.monitor(MonitorKind.MONITOR, "['M',1,{'T':" + table + "}]");
        session.seen();
        return monitor;
    }

    private Monitor cond(String table) {
        Monitor monitor = session.monitor(MonitorKind.MONITOR_COND, "['M',1,{'T':" + table + "}]");
        session.seen();
        return monitor;
    }

    @Nested
    class WholeRowsOfMonitor {
        @Test
        void haveNewAndTheChangedPartOfOld() {
            Monitor monitor = monitor("[{'columns':['i','s']}]");
            UUID row = inserted("i", 1, "s", "x");
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'new':{'i':1,'s':'x'}}}}]");
            updated(row, "s", "z");
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'new':{'i':1,'s':'z'},'old':{'s':'x'}}}}]");
            deleted(row);
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'old':{'i':1,'s':'z'}}}}]");
        }

        @Test
        void showAColumnInTheKindsThatItWasSelectedFor() {
            Monitor monitor = monitor(
                    "[{'columns':['i'],'select':{'modify':false}},{'columns':['s'],'select':{'insert':false}}]");
            UUID row = inserted("i", 1);
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'new':{'i':1}}}}]");
            updated(row, "s", "z");
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'new':{'s':'z'},'old':{'s':''}}}}]");
            updated(row, "i", 5);
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'new':{'s':'z'},'old':{}}}}]");
            updated(row, "rng", 5);
            assertThat(pulled(monitor)).isEmpty();
        }

        @Test
        void mayHaveNoColumns() {
            Monitor monitor = monitor("[{'columns':[]}]");
            UUID row = inserted("i", 1);
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'new':{}}}}]");
            updated(row, "i", 5);
            assertThat(pulled(monitor)).isEmpty();
            deleted(row);
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'old':{}}}}]");
        }

        @Test
        void ofATableWithoutAnyRequestAreNoneAtAll() {
            Monitor monitor = monitor("[]");
            deleted(inserted("i", 1));
            assertThat(pulled(monitor)).isEmpty();
        }
    }

    @Nested
    class DifferencesOfMonitorCond {
        @Test
        void leaveOutDefaultsAndToggleWhatHasSeveralElements() {
            Monitor monitor = cond("[{'columns':['s1','oi','si','m','e']}]");
            UUID row = inserted();
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'insert':{}}}}]");
            updated(row, "oi", 5, "si", Datum.set(Atom.of(1), Atom.of(2)), "m", Datum.stringMap(Map.of("a", "b")));
            assertThat(pulled(monitor))
                    .isEqualTo("[1,{'T':{'U':{'modify':{'oi':5,'si':['set',[1,2]],'m':['map',[['a','b']]]}}}}]");
            updated(
                    row,
                    "oi",
                    Datum.emptySet(),
                    "si",
                    Datum.set(Atom.of(2), Atom.of(3)),
                    "m",
                    Datum.stringMap(Map.of("a", "c")));
            assertThat(pulled(monitor))
                    .isEqualTo(
                            "[1,{'T':{'U':{'modify':{'oi':['set',[]],'si':['set',[1,3]],'m':['map',[['a','c']]]}}}}]");
        }

        @Test
        void haveRowsEnterAndLeaveConditions() {
            Monitor monitor = cond("[{'columns':['i'],'where':[['s','!=','q']]}]");
            UUID row = inserted("i", 1);
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'insert':{'i':1}}}}]");
            updated(row, "s", "q");
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'delete':null}}}]");
            updated(row, "i", 2);
            assertThat(pulled(monitor)).isEmpty();
            updated(row, "s", "y");
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'insert':{'i':2}}}}]");
        }

        @Test
        void areEmptyWhenOnlyAColumnOfTheConditionChanges() {
            Monitor monitor = cond("[{'columns':['i'],'where':[['s','!=','q']]}]");
            UUID row = inserted("i", 1);
            updated(row, "s", "z");
            assertThat(pulled(monitor)).contains("{'modify':{}}");
        }

        @Test
        void mayHaveUuidAndVersion() {
            Monitor monitor = cond("[{'columns':['_uuid','_version']}]");
            UUID row = inserted("i", 1);
            assertThat(pulled(monitor))
                    .isEqualTo("[1,{'T':{'U':{'insert':{'_uuid':['uuid','U'],'_version':['uuid','U']}}}}]");
            updated(row, "i", 2);
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'modify':{'_version':['uuid','U']}}}}]");
        }

        @Test
        void cancelOutWithinAStep() {
            Monitor monitor = cond("[{'columns':['i']}]");
            UUID row = database.insert("T", row("i", 1));
            session.commit();
            database.delete("T", row);
            session.commitAndPublish();
            assertThat(pulled(monitor)).isEmpty();
        }
    }

    @Nested
    class AChangeOfConditions {
        @Test
        void sendsWhatEntersAndLeavesUnderTheNewIdBehindOlderUpdates() {
            UUID one = inserted("i", 1);
            inserted("i", 2);
            Monitor monitor = cond("[{'columns':['i','s'],'where':[['i','==',1]]}]");
            updated(one, "s", "old");
            assertThat(session.change(monitor, "[1,2,{'T':[{'where':[['i','==',3]]},{'where':[['i','==',2]]}]}]"))
                    .isNull();
            assertThat(pulled(monitor))
                    .isEqualTo("[1,{'T':{'U':{'modify':{'s':'old'}}}}] "
                            + "update2 [2,{'T':{'U':{'delete':null},'U':{'insert':{'i':2}}}}]");
        }

        @Test
        void sendsNothingForTheSameConditionButHasTheNewId() {
            inserted("i", 1);
            Monitor monitor = cond("[{'columns':['i'],'where':[['i','==',1]]}]");
            assertThat(session.change(monitor, "[1,null,{'T':[{'where':[['i','==',1]]}]}]"))
                    .isNull();
            assertThat(pulled(monitor)).isEmpty();
            assertThat(monitor.id().isNull()).isTrue();
        }

        @Test
        void heedsWhichKindsAreWanted() {
            inserted("i", 1);
            inserted("i", 2);
            Monitor monitor = cond("[{'columns':['i'],'where':[['i','==',1]],'select':{'insert':false}}]");
            session.change(monitor, "[1,1,{'T':[{'where':[['i','==',2]]}]}]");
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'delete':null}}}]");
        }

        @Test
        void looksRowsUpWhenItCan() {
            UUID row = inserted("i", 1);
            database.indexed = "i";
            Monitor monitor = cond("[{'columns':['i'],'where':[false]}]");
            int scans = database.scans;
            session.change(monitor, "[1,1,{'T':[{'where':[['_uuid','==',['uuid','" + row + "']]]}]}]");
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'insert':{'i':1}}}}]");
            session.change(monitor, "[1,1,{'T':[{'where':[['i','==',1]]}]}]");
            session.change(monitor, "[1,1,{'T':[{'where':[['i','==',5]]}]}]");
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'delete':null}}}]");
            assertThat(database.scans).isEqualTo(scans);
        }

        @Test
        void fallsWithTheVersionItWasMadeOn() {
            inserted("i", 1);
            Monitor monitor = cond("[{'columns':['i'],'where':[false]}]");
            database.insert("T", row("i", 2));
            session.commit();
            session.change(monitor, "[1,2,{'T':[{'where':[]}]}]");
            database.fallBack(session.hub);
            assertThat(monitor.id()).hasToString("1");
            inserted("i", 3);
            assertThat(pulled(monitor)).isEmpty();
            session.change(monitor, "[1,2,{'T':[{'where':[]}]}]");
            assertThat(pulled(monitor)).contains("{'i':1}", "{'i':3}").doesNotContain("{'i':2}");
        }
    }

    @Nested
    class AMonitor {
        @Test
        void beginsBehindWhatItsContentsShow() {
            database.insert("T", row("i", 1));
            session.commit();
            Monitor monitor = session.monitor(MonitorKind.MONITOR, "['M',1,{'T':[{'columns':['i']}]}]");
            assertThat(session.seen().get(0)).contains("{'new':{'i':1}}");
            database.insert("T", row("i", 2));
            session.commitAndPublish();
            assertThat(pulled(monitor)).contains("{'i':2}").doesNotContain("{'i':1}");
        }

        @Test
        void thatWasCancelledStillSendsWhatCameBefore() {
            Monitor monitor = cond("[{'columns':['i']}]");
            inserted("i", 1);
            session.hub.close(monitor);
            assertThat(pulled(monitor)).isEqualTo("[1,{'T':{'U':{'insert':{'i':1}}}}]");
            assertThat(session.hub.monitors()).isZero();
            inserted("i", 2);
            assertThat(session.hub.waitingSteps()).isZero();
        }

        @Test
        void getsEachOfAFewStepsAndOneForMany() {
            Monitor monitor = cond("[{'columns':['i']}]");
            UUID row = inserted("i", 0);
            for (int i = 1; i < 16; i++) updated(row, "i", i);
            session.pull(monitor);
            assertThat(session.seen()).hasSize(16);
            for (int i = 1; i < 18; i++) updated(row, "i", -i);
            session.pull(monitor);
            assertThat(session.seen()).singleElement().asString().contains("{'modify':{'i':-17}}");
        }

        @Test
        void thatStandsStillKeepsChangedRowsNotCommits() {
            Monitor fast = cond("[{'columns':['i']}]");
            Monitor slow = session.monitor(MonitorKind.MONITOR_COND, "['M',2,{'T':[{'columns':['i']}]}]");
            UUID row = inserted("i", 0);
            for (int i = 1; i < 1_000; i++) {
                updated(row, "i", i);
                session.pull(fast);
            }
            assertThat(session.hub.waitingRows()).isLessThan(40);
            session.seen();
            session.pull(slow);
            assertThat(session.seen()).singleElement().asString().contains("{'insert':{'i':999}}");
        }

        @Test
        void sharesTheTextOfItsUpdatesWithItsEquals() {
            Monitor one = cond("[{'columns':['i']}]");
            Monitor two = session.monitor(MonitorKind.MONITOR_COND, "['M','two',{'T':[{'columns':['i']}]}]");
            assertThat(session.hub.subscriptions()).isEqualTo(1);
            inserted("i", 1);
            session.seen();
            session.pull(one);
            session.pull(two);
            assertThat(session.seen()).hasSize(2).allMatch(update -> update.contains("{'insert':{'i':1}}"));
        }
    }
}
