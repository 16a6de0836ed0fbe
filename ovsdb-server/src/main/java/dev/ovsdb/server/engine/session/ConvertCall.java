package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.check.SchemaCheck;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.rights.Rights;
import org.jspecify.annotations.Nullable;

/** {@code convert}: the request, up to the beginning of the {@link Conversion}. */
final class ConvertCall extends Call {
    private final DatabaseName name;
    private @Nullable DatabaseSchema schema;
    private @Nullable JsonValue refusal;

    ConvertCall(LaneSession session, ServerRequest request) {
        super(session, request);
        this.name = DatabaseName.of(request);
        try {
            schema = schema();
        } catch (RejectedException e) {
            refusal = e.toJson();
        }
    }

    private DatabaseSchema schema() throws RejectedException {
        JsonValue params = request.params().toValue();
        if (!(params instanceof JsonArray array) || array.size() != 2) {
            throw RejectedException.syntax(params, "array expected");
        }
        SchemaCheck.check(array.get(1));
        try {
            return DatabaseSchema.parse(array.get(1).toString());
        } catch (SchemaException e) {
            throw RejectedException.plain(ErrorTag.SYNTAX_ERROR, String.valueOf(e.getMessage()));
        }
    }

    @Override
    @Nullable
    ServedDatabase database() {
        return name.name() == null ? null : session.engine().databases().find(name.name());
    }

    @Override
    void execute() {
        ServedDatabase database = name.find(session, this);
        if (database == null) {
            return;
        }
        JsonValue error = refusal(database);
        DatabaseSchema to = schema;
        if (error != null || to == null) {
            refuse(error == null ? Errors.INVALID_PARAMETERS : error);
        } else {
            new Conversion(this, database, to).begin();
        }
    }

    /** Why it is not done, in the reference's order. */
    private @Nullable JsonValue refusal(ServedDatabase database) {
        if (session.blocked().containsKey(request.id())) {
            return Errors.syntax(request.params(), "convert: duplicate request ID");
        }
        OperationError denied = Rights.refuseConvert(session.client(), database.name());
        if (denied != null) {
            return Errors.of(denied);
        }
        if (session.isReadOnly() || database.isReserved()) {
            String details = "database " + database.name() + " may not be converted by this session";
            return Errors.of(OperationError.of(ErrorTag.NOT_ALLOWED, details));
        }
        if (refusal == null && schema != null && !schema.name().equals(database.name())) {
            String details =
                    "new schema name (" + schema.name() + ") does not match database name (" + database.name() + ")";
            return Errors.of(OperationError.of(ErrorTag.INVALID_PARAMETERS, details));
        }
        return refusal;
    }

    void refuse(OperationError error) {
        refuse(Errors.of(error));
    }

    void succeed() {
        answer(DONE);
    }
}
