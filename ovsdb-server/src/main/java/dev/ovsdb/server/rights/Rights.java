package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server's clients may change: by the roles in each database and, where there is one, by an {@link Authoriser}. */
public final class Rights {
    private static final Rights BY_ROLE = new Rights(null);

    private final @Nullable Authoriser authoriser;

    private Rights(@Nullable Authoriser authoriser) {
        this.authoriser = authoriser;
    }

    /** Only what the databases' own RBAC tables state. */
    public static Rights byRole() {
        return BY_ROLE;
    }

    /** What the databases' RBAC tables state, and what this one says. */
    public static Rights with(Authoriser authoriser) {
        return new Rights(authoriser);
    }

    /**
     * The rights of a client in a database of this schema, empty if it may change everything. They hold as long as the
     * database has this schema; the RBAC tables' rows are looked at anew for each operation.
     */
    public Optional<RowRights> of(Client client, DatabaseSchema schema) {
        RowRights byRole = RoleRights.of(client, schema);
        RowRights byRule = authoriser == null ? null : new RuleRights(client, authoriser);
        if (byRole == null || byRule == null) {
            return Optional.ofNullable(byRole == null ? byRule : byRole);
        }
        return Optional.of(new BothRights(byRole, byRule));
    }

    /**
     * What a client is answered that may not convert a database: with a role nobody may, whatever the database's tables say.
     * Null if it may.
     */
    public static @Nullable OperationError refuseConvert(Client client, String database) {
        return client.hasRole() ? Denial.convert(client, database) : null;
    }
}
