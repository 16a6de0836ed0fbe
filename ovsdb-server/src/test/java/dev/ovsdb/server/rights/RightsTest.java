package dev.ovsdb.server.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.operation.OperationError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {
    private final Society society = new Society();

    private RowRights of(String name, String role) {
        return Rights.byRole()
                .of(new Client(name, role, "ssl:192.0.2.1:40000"), society.schema())
                .orElseThrow();
    }

    private OperationError insert(RowRights rights, String row) {
        return rights.insert(society, society.table("Thing"), new UUID(1, 1), society.row("Thing", row));
    }

    private OperationError update(RowRights rights, UUID thing, String... columns) {
        return rights.update(society, society.table("Thing"), List.of(columns), List.of(thing));
    }

    @Test
    void withoutARoleThereAreNoLimits() {
        assertThat(Rights.byRole().of(new Client("a", null, ""), society.schema()))
                .isEmpty();
        assertThat(Rights.byRole().of(new Client("a", "", ""), society.schema()))
                .isEmpty();
    }

    @Nested
    class TheOwner {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "owner | {'owner':'alice'} | true",
                    "owner | {'owner':'bob'} | false",
                    "second | {'second':'alice'} | true",
                    "second | {} | false",
                    "external_ids:who | {'external_ids':['map',[['who','alice']]]} | true",
                    "external_ids::who:more | {'external_ids':['map',[['who','alice']]]} | true",
                    "external_ids:who | {'external_ids':['map',[['whom','alice']]]} | false",
                    "external_ids: | {'external_ids':['map',[['','alice']]]} | false",
                    "owner:x | {'owner':'alice'} | false",
                    "tags | {'tags':'alice'} | false",
                    "external_ids | {'external_ids':['map',[['alice','alice']]]} | false",
                    "size | {'size':1} | false",
                    "nothing | {} | false",
                })
        void isWhereTheAuthorizationSays(String authorization, String row, boolean allowed) {
            society.allow("staff", "{'authorization':'" + authorization + "','insert_delete':true}");
            assertThat(insert(of("alice", "staff"), row) == null).isEqualTo(allowed);
        }

        @Test
        void isEverybodyByTheEmptyText() {
            society.allow("staff", "{'authorization':'','insert_delete':true}");
            assertThat(insert(of("alice", "staff"), "{'owner':'bob'}")).isNull();
        }

        @Test
        void mustBeKnown() {
            society.allow("staff", "{'authorization':'','insert_delete':true}");
            OperationError error = insert(of(null, "staff"), "{}");
            assertThat(error.error()).isEqualTo("permission error");
            assertThat(error.detailsOrNull())
                    .isEqualTo("RBAC rules for client \"(null)\" role \"staff\" prohibit row insertion into table"
                            + " \"Thing\".");
        }
    }

    @Nested
    class ARole {
        @ParameterizedTest
        @ValueSource(strings = {"nobody", "Staff"})
        void thatIsUnknownMayDoNothing(String role) {
            society.allow("staff", "{'authorization':'','insert_delete':true,'update':'size'}");
            assertThat(insert(of("alice", role), "{}")).isNotNull();
        }

        @Test
        void mayNotTouchATableWithoutPermission() {
            society.allow("staff", "{'authorization':'','insert_delete':true}");
            RowRights rights = of("alice", "staff");
            assertThat(rights.delete(society, society.table("RBAC_Role"), List.of())
                            .detailsOrNull())
                    .isEqualTo("RBAC rules for client \"alice\" role \"staff\" prohibit row deletion from table"
                            + " \"RBAC_Role\".");
        }

        @Test
        void deletesWhereItMayInsert() {
            UUID thing = society.insert("Thing", "{'owner':'alice'}");
            UUID other = society.insert("Thing", "{'owner':'bob'}");
            society.allow("staff", "{'authorization':'owner','insert_delete':true}");
            RowRights rights = of("alice", "staff");
            assertThat(rights.delete(society, society.table("Thing"), List.of(thing)))
                    .isNull();
            assertThat(rights.delete(society, society.table("Thing"), List.of(thing, other)))
                    .isNotNull();
        }

        @Test
        void changesTheColumnsThatAreListed() {
            UUID thing = society.insert("Thing", "{'owner':'alice'}");
            society.allow("staff", "{'authorization':'owner','update':['set',['size','tags']]}");
            RowRights rights = of("alice", "staff");
            assertThat(update(rights, thing, "size")).isNull();
            assertThat(update(rights, thing, "size", "tags")).isNull();
            assertThat(update(rights, thing, "size", "owner").detailsOrNull())
                    .isEqualTo("RBAC rules for client \"alice\" role \"staff\" prohibit modification of table"
                            + " \"Thing\".");
            assertThat(rights.mutate(society, society.table("Thing"), List.of("owner"), List.of(thing))
                            .detailsOrNull())
                    .isEqualTo("RBAC rules for client \"alice\" role \"staff\" prohibit mutate operation on table"
                            + " \"Thing\".");
        }

        @Test
        void mayAskToChangeNoRowAtAll() {
            society.allow("staff", "{'authorization':'owner'}");
            assertThat(of("alice", "staff").update(society, society.table("Thing"), List.of("owner"), List.of()))
                    .isNull();
        }

        @Test
        void mayNotConvert() {
            OperationError error = Rights.refuseConvert(new Client("alice", "staff", ""), "Society");
            assertThat(error.detailsOrNull())
                    .isEqualTo("RBAC rules for client \"alice\" role \"staff\" prohibit \"convert\" of database Society"
                            + " (only the root role may convert databases)");
            assertThat(Rights.refuseConvert(new Client("alice", "", ""), "Society"))
                    .isNull();
        }
    }

    @Nested
    class AnAuthoriser {
        private final List<RowAccess> asked = new ArrayList<>();

        @Test
        void isAskedForEachRowBesidesTheRoles() {
            UUID first = society.insert("Thing", "{'size':1}");
            UUID second = society.insert("Thing", "{'size':2}");
            UUID third = society.insert("Thing", "{'size':3}");
            society.allow("staff", "{'authorization':'','update':'size'}");
            Client alice = new Client("alice", "staff", "");
            RowRights rights = Rights.with((client, access) -> {
                        asked.add(access);
                        return access.row().require("size").asLong() != 2;
                    })
                    .of(alice, society.schema())
                    .orElseThrow();

            OperationError error =
                    rights.update(society, society.table("Thing"), List.of("size"), List.of(first, second, third));

            assertThat(error.detailsOrNull())
                    .isEqualTo("The server's rules for client \"alice\" prohibit modification of table \"Thing\".");
            assertThat(asked).extracting(RowAccess::uuid).containsExactly(first, second);
            assertThat(asked.get(0).columns()).containsExactly("size");
            assertThat(update(rights, first, "owner").detailsOrNull()).startsWith("RBAC rules");
            assertThat(asked).hasSize(2);
        }
    }
}
