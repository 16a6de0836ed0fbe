package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.transact;
import static dev.ovsdb.server.engine.Bench.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.server.SessionLocks;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Requests besides transactions and monitors. The answers are those of ovsdb-server 3.1.0. */
class RequestsTest {
    private static final String ANSWERS = """
            get_schema [] => {'syntax':'[]','details':'get_schema request params must begin with <db-name>','error':'syntax error'}
            get_schema [1] => {'syntax':'[1]','details':'get_schema request params must begin with <db-name>','error':'syntax error'}
            get_schema ['X'] => {'syntax':'[\\'X\\']','details':'get_schema request specifies unknown database X',\
            'error':'unknown database'}
            transact [] => {'syntax':'[]','details':'transact request params must begin with <db-name>','error':'syntax error'}
            transact [1] => {'syntax':'[1]','details':'transact request params must begin with <db-name>','error':'syntax error'}
            transact ['X'] => {'syntax':'[\\'X\\']','details':'transact request specifies unknown database X','error':'unknown database'}
            transact ['A',5] => [{'details':'Parsing ovsdb operation 1 of 1 failed: Object expected.','error':'syntax error'}]
            convert [] => {'syntax':'[]','details':'convert request params must begin with <db-name>','error':'syntax error'}
            convert ['A'] => {'syntax':'[\\'A\\']','details':'array expected','error':'syntax error'}
            convert ['A',{},1] => {'syntax':'[\\'A\\',{},1]','details':'array expected','error':'syntax error'}
            convert ['X',{}] => {'syntax':'[\\'X\\',{}]','details':'convert request specifies unknown database X',\
            'error':'unknown database'}
            convert [1,{}] => {'syntax':'[1,{}]','details':'convert request params must begin with <db-name>','error':'syntax error'}
            convert ['A',{'name':'B','tables':{}}] => {'details':'new schema name (B) does not match database name (A)',\
            'error':'invalid parameters'}
            convert ['A',5] => {'details':'Parsing database schema failed: Object expected.','error':'syntax error'}
            lock [] => {'syntax':'[]','details':'lock request params must be <id>','error':'syntax error'}
            lock ['1'] => {'syntax':'[\\'1\\']','details':'lock request params must be <id>','error':'syntax error'}
            lock ['l','m'] => {'syntax':'[\\'l\\',\\'m\\']','details':'lock request params must be <id>','error':'syntax error'}
            lock [5] => {'syntax':'[5]','details':'lock request params must be <id>','error':'syntax error'}
            lock ['l'] => {'locked':true}
            lock ['l'] => {'syntax':'[\\'l\\']','details':'must issue \\'unlock\\' before new \\'lock\\'','error':'syntax error'}
            steal ['l'] => {'syntax':'[\\'l\\']','details':'must issue \\'unlock\\' before new \\'steal\\'','error':'syntax error'}
            steal [] => {'syntax':'[]','details':'steal request params must be <id>','error':'syntax error'}
            unlock ['m'] => {'syntax':'[\\'m\\']','details':'unlock: \\'unlock\\' without \\'lock\\' or \\'steal\\'',\
            'error':'syntax error'}
            unlock ['l'] => {}
            unlock ['l'] => {'syntax':'[\\'l\\']','details':'unlock: \\'unlock\\' without \\'lock\\' or \\'steal\\'',\
            'error':'syntax error'}
            unlock [5] => {'syntax':'[5]','details':'unlock request params must be <id>','error':'syntax error'}
            lock ['_'] => {'locked':true}
            lock ['a1'] => {'locked':true}
            lock [''] => {'syntax':'[\\'\\']','details':'lock request params must be <id>','error':'syntax error'}
            steal ['st'] => {'locked':true}
            steal ['st'] => {'syntax':'[\\'st\\']','details':'must issue \\'unlock\\' before new \\'steal\\'','error':'syntax error'}
            set_db_change_aware [] => {'syntax':'[]','details':'set_db_change_aware: true or false parameter expected',\
            'error':'syntax error'}
            set_db_change_aware [1] => {'syntax':'[1]','details':'set_db_change_aware: true or false parameter expected',\
            'error':'syntax error'}
            set_db_change_aware [true,true] => {'syntax':'[true,true]',\
            'details':'set_db_change_aware: true or false parameter expected','error':'syntax error'}
            set_db_change_aware [false] => {}
            set_db_change_aware [true] => {}
            list_dbs [] => ['A','_Server']
            list_dbs [1] => ['A','_Server']
            nonsense [] => 'unknown method'
            echo ['x',1] => ['x',1]
            monitor_cancel [] => 'invalid parameters'
            monitor_cancel [1] => 'unknown monitor'
            monitor_cancel [1,2] => 'invalid parameters'
            monitor_cond_change [1,1,{}] => {'syntax':'1','details':'unknown monitor session','error':'syntax error'}
            cancel [1] => 'unknown method'
            """;

    private final Bench bench = new Bench();
    private final Bench.Client anna = bench.client();
    private final Bench.Client bert = bench.client();

    @Test
    void areAnsweredAsByTheReference() {
        for (String line : ANSWERS.split("\n")) {
            String[] parts = line.split(" ", 2);
            String[] both = parts[1].split(" => ");
            anna.ask(1, parts[0], both[0]);
            List<Message> all = anna.peer.received();
            JsonValue answer = all.get(all.size() - 1).requireBody().toValue();
            assertThat(members(answer)).as(line).isEqualTo(members(JsonValue.parse(Json.text(both[1]))));
        }
    }

    private static Object members(JsonValue value) {
        return value instanceof JsonObject object ? object.members() : value;
    }

    @Nested
    class Locks {
        private SessionLocks of(int session) {
            return bench.server.sessions().get(session).locks();
        }

        @Test
        void areTakenAndComeBack() {
            anna.ask(1, "lock", "['l']");
            bert.ask(1, "lock", "['l']");
            assertThat(of(0)).isEqualTo(new SessionLocks(List.of("l"), List.of(), List.of()));

            Bench.Client carl = bench.client().ask(1, "steal", "['l']");
            assertThat(carl.news()).containsExactly("1: {'locked':true}");
            assertThat(anna.news()).containsExactly("1: {'locked':true}", "stolen ['l']");
            assertThat(of(0)).isEqualTo(new SessionLocks(List.of(), List.of("l"), List.of()));

            carl.ask(2, "unlock", "['l']");
            assertThat(anna.news()).containsExactly("locked ['l']");
            assertThat(bert.news()).containsExactly("1: {'locked':false}");
            assertThat(of(0)).isEqualTo(new SessionLocks(List.of("l"), List.of(), List.of()));

            anna.ask(3, "unlock", "['l']");
            assertThat(of(0)).isEqualTo(SessionLocks.NONE);
            assertThat(bert.news()).containsExactly("locked ['l']");
        }

        @Test
        void areLostForGoodByAThiefWhoIsRobbed() {
            anna.ask(1, "steal", "['l']").news();
            bert.ask(1, "steal", "['l']");

            assertThat(anna.news()).containsExactly("stolen ['l']");
            assertThat(of(0)).isEqualTo(new SessionLocks(List.of(), List.of(), List.of("l")));
            bert.ask(2, "unlock", "['l']");
            assertThat(anna.news()).isEmpty();
            anna.ask(2, "unlock", "['l']");
            assertThat(of(0)).isEqualTo(SessionLocks.NONE);
        }

        @Test
        void areWaitedFor() {
            bert.ask(1, "lock", "['l']");
            anna.ask(1, "lock", "['l']");

            assertThat(of(0)).isEqualTo(new SessionLocks(List.of(), List.of("l"), List.of()));
        }
    }

    @Test
    void anEchoKeepsItsPlaceBehindAConversion() {
        anna.send(
                request(1, "set_db_change_aware", "[true]"),
                request(2, "convert", "['A'," + Bench.SCHEMA + "]"),
                request(3, "echo", "['still','here']"));

        assertThat(anna.news()).containsExactly("1: {}", "2: {}", "3: ['still','here']");
    }

    @Test
    void anIdOfABlockedTransactionIsTaken() {
        anna.send(transact(7, waitFor(1)));

        anna.send(transact(7, insert(1)));
        assertThat(anna.news())
                .singleElement()
                .asString()
                .startsWith("7 failed: ")
                .contains("duplicate request ID");
        anna.ask(7, "convert", "['A'," + Bench.SCHEMA + "]");
        assertThat(anna.news())
                .singleElement()
                .asString()
                .startsWith("7 failed: ")
                .contains("convert: duplicate request ID");
        bert.send(transact(7, insert(1)));
        assertThat(anna.news()).containsExactly("7: [{}]");
    }
}
