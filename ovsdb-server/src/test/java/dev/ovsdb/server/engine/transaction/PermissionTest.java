package dev.ovsdb.server.engine.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.rights.Client;
import dev.ovsdb.server.rights.Rights;
import dev.ovsdb.server.rights.RowRights;
import dev.ovsdb.server.rights.TransactionRows;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final String INSERT = "{'op':'insert','table':'Port','row':{'name':'a','tag':1}}";
    private static final String UPDATE = "{'op':'update','table':'Port','where':[],'row':{'tag':2}}";
    private static final String MUTATE = "{'op':'mutate','table':'Port','where':[],'mutations':[['tag','+=',1]]}";
    private static final String DELETE = "{'op':'delete','table':'Port','where':[]}";

    private final TestDatabase database = SmallSchema.database();

    @Nested
    class WhereNobodyMayWrite {
        WhereNobodyMayWrite() {
            database.context.readOnly = true;
        }

        @Test
        void refusesWhatCouldChangeSomething() {
            for (String operation : List.of(INSERT, UPDATE, MUTATE, DELETE, "{'op':'commit','durable':true}")) {
                assertThat(database.run(operation))
                        .contains("operation not allowed when database server is in read only mode")
                        .contains("\"not allowed\"");
            }
        }

        @Test
        void letsTheOtherErrorsComeFirst() {
            assertThat(database.run("{'op':'insert','table':'Port','row':{'tag':'x'}}"))
                    .contains("expected integer");
        }

        @Test
        void letsReadersRead() {
            assertThat(database.run("{'op':'select','table':'Port','where':[]}", "{'op':'comment','comment':'x'}"))
                    .isEqualTo("[{\"rows\":[]},{}]");
        }
    }

    @Test
    void refusesToWriteADatabaseOfTheServersOwn() {
        TestDatabase own = TestDatabase.of("{'name':'_Own','tables':{'T':{'columns':{'n':{'type':'integer'}}}}}");
        assertThat(own.run("{'op':'insert','table':'T','row':{}}"))
                .contains("insert operation not allowed on table in reserved database _Own");
        assertThat(own.run("{'op':'select','table':'T','where':[]}")).isEqualTo("[{\"rows\":[]}]");
    }

    @Test
    void refusesToWriteAVirtualTable() {
        database.context.virtual.add("Port");
        assertThat(database.run(INSERT)).contains("insert operation not allowed on virtual table Port");
        assertThat(database.run("{'op':'insert','table':'Log','row':{}}")).contains("uuid");
    }

    @Test
    void asksTheRightsForAllRowsBeforeItChangesOne() {
        database.run(INSERT);
        Denying rights = new Denying();
        database.context.rights = rights;
        assertThat(database.run(UPDATE)).contains("denied 1 [tag]");
        assertThat(database.run(MUTATE)).contains("denied 1 [tag]");
        assertThat(database.run(DELETE)).contains("denied 1 []");
        assertThat(database.run(INSERT)).contains("denied 1 [name, tag, peers]");
        database.context.rights = null;
        assertThat(database.run("{'op':'select','table':'Port','where':[],'columns':['tag']}"))
                .isEqualTo("[{\"rows\":[{\"tag\":1}]}]");
    }

    @Test
    void asksTheRightsAlsoIfNoRowMatches() {
        database.context.rights = new Denying();
        assertThat(database.run(DELETE)).contains("denied 0 []");
    }

    @Test
    void assertsALock() {
        assertThat(database.run("{'op':'assert','lock':'one'}")).contains("Asserted lock one not held.");
        database.context.locks.add("one");
        assertThat(database.run("{'op':'assert','lock':'one'}")).isEqualTo("[{}]");
    }

    /** The tables of the database itself say who may do what, as they are in the transaction under way. */
    @Nested
    class ByRole {
        private static final String SCHEMA = "{'name':'Rights','tables':{"
                + "'RBAC_Role':{'columns':{'name':{'type':'string'},'permissions':{'type':{'key':'string',"
                + "'value':{'type':'uuid','refTable':'RBAC_Permission'},'min':0,'max':'unlimited'}}}},"
                + "'RBAC_Permission':{'columns':{'table':{'type':'string'},"
                + "'authorization':{'type':{'key':'string','min':0,'max':'unlimited'}},"
                + "'insert_delete':{'type':'boolean'},"
                + "'update':{'type':{'key':'string','min':0,'max':'unlimited'}}}},"
                + "'Thing':{'columns':{'owner':{'type':'string'},'size':{'type':'integer'}}}}}";
        private static final String ALLOW = "{'op':'insert','table':'RBAC_Permission','uuid-name':'p',"
                + "'row':{'table':'Thing','authorization':'owner','insert_delete':true,'update':'size'}},"
                + "{'op':'insert','table':'RBAC_Role','row':{'name':'guest',"
                + "'permissions':['map',[['Thing',['named-uuid','p']]]]}}";

        private final TestDatabase database = TestDatabase.of(SCHEMA);

        private static String insert(String owner) {
            return "{'op':'insert','table':'Thing','row':{'owner':'" + owner + "'}}";
        }

        private static String updateOf(String owner) {
            return "{'op':'update','table':'Thing','where':[['owner','==','" + owner + "']],'row':{'size':7}}";
        }

        private void becomeAlice() {
            database.context.rights = Rights.byRole()
                    .of(new Client("alice", "guest", "ssl:192.0.2.1:40000"), database.store.schema())
                    .orElseThrow();
        }

        @Test
        void aGuestChangesWhatIsItsOwn() {
            database.run(ALLOW, insert("alice"), insert("bob"));
            becomeAlice();
            assertThat(database.run(insert("alice"))).doesNotContain("error");
            assertThat(database.run(updateOf("alice"))).isEqualTo("[{\"count\":2}]");
            assertThat(database.run(updateOf("bob"))).contains("permission error");
            assertThat(database.run(insert("bob"))).contains("permission error");
            assertThat(database.run("{'op':'delete','table':'Thing','where':[['owner','==','bob']]}"))
                    .contains("permission error");
            assertThat(database.run("{'op':'delete','table':'Thing','where':[['owner','==','alice']]}"))
                    .isEqualTo("[{\"count\":2}]");
        }

        @Test
        void aGuestOfNoRoleThatIsThereChangesNothing() {
            becomeAlice();
            assertThat(database.run(insert("alice"))).contains("permission error");
            database.context.rights = null;
            database.run(ALLOW.replace("'guest'", "'other'"));
            becomeAlice();
            assertThat(database.run(insert("alice"))).contains("permission error");
        }

        @Test
        void rightsThatAreTakenAwayAreGoneAtOnce() {
            database.run(ALLOW);
            becomeAlice();
            assertThat(database.run(insert("alice"))).doesNotContain("error");
            database.context.rights = null;
            database.run("{'op':'update','table':'RBAC_Permission','where':[],'row':{'insert_delete':false}}");
            becomeAlice();
            assertThat(database.run(insert("alice"))).contains("permission error");
        }
    }

    /** Denies everything, and says what it was asked. */
    private static final class Denying implements RowRights {
        private static OperationError denied(int rows, List<String> columns) {
            return OperationError.of(ErrorTag.PERMISSION_ERROR, "denied " + rows + " " + columns);
        }

        @Override
        public @Nullable OperationError insert(TransactionRows rows, TableSchema table, UUID uuid, Row row) {
            return denied(1, row.columns());
        }

        @Override
        public @Nullable OperationError delete(TransactionRows rows, TableSchema table, Collection<UUID> matched) {
            return denied(matched.size(), List.of());
        }

        @Override
        public @Nullable OperationError update(
                TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched) {
            return denied(matched.size(), columns);
        }

        @Override
        public @Nullable OperationError mutate(
                TransactionRows rows, TableSchema table, List<String> columns, Collection<UUID> matched) {
            return denied(matched.size(), columns);
        }
    }
}
