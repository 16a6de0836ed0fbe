package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.check.ColumnsCheck;
import dev.ovsdb.server.check.ConditionCheck;
import dev.ovsdb.server.check.Members;
import dev.ovsdb.server.check.MutationCheck;
import dev.ovsdb.server.check.Names;
import dev.ovsdb.server.check.RejectedException;
import dev.ovsdb.server.check.RowCheck;
import dev.ovsdb.server.engine.transaction.SmallSteps.RefusedStep;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is wrong with an operation, in the reference's order: its members first, for a fault of these overrides every
 * other; then what each holds.
 */
final class OperationCheck {
    private final DatabaseSchema schema;
    private final SchemaRules rules;
    private final String what;
    private final Map<Member, JsonValue> members = new EnumMap<>(Member.class);

    OperationCheck(DatabaseSchema schema, SchemaRules rules, int number, int count) {
        this.schema = schema;
        this.rules = rules;
        this.what = "ovsdb operation " + number + " of " + count;
    }

    /** The step that fails as the operation must; null if nothing is wrong with it. */
    @Nullable
    Step check(JsonValue json) {
        try {
            return checkAll(json);
        } catch (RejectedException e) {
            return new RefusedStep(e.error());
        }
    }

    private @Nullable Step checkAll(JsonValue json) throws RejectedException {
        Members object = Members.of(json, what);
        String op = text(object.require(Member.OP.text(), Member.OP.type));
        OperationKind kind = OperationKind.named(op).orElseThrow(() -> object.failed("No operation \"" + op + "\""));
        for (Member member : kind.members) {
            take(object, member, kind.isOptional(member));
        }
        object.finish();
        switch (kind) {
            case INSERT -> {
                return insert();
            }
            case SELECT -> select();
            case UPDATE -> update(json);
            case MUTATE -> mutate();
            case DELETE -> where();
            case WAIT -> await();
            case COMMIT, ABORT, COMMENT, ASSERT -> {}
        }
        return null;
    }

    private void take(Members object, Member member, boolean optional) throws RejectedException {
        Optional<JsonValue> value = optional
                ? object.optional(member.text(), member.type)
                : Optional.of(object.require(member.text(), member.type));
        value.ifPresent(present -> members.put(member, present));
        if (member == Member.TABLE && schema.table(text(get(member))).isEmpty()) {
            throw object.failed("No table named " + text(get(member)) + ".");
        }
    }

    /** Whether UUID and name are taken is asked before what is wrong with the row; so that comes as a step of its own. */
    private @Nullable Step insert() throws RejectedException {
        JsonValue uuid = members.get(Member.UUID);
        if (uuid != null && !Members.isUuid(text(uuid))) {
            throw RejectedException.syntax(uuid, "bad uuid");
        }
        try {
            RowCheck.check(get(Member.ROW), table());
            return null;
        } catch (RejectedException e) {
            return InsertStep.failing(rules.table(table()), identity(uuid), e.error());
        }
    }

    private NewRow identity(@Nullable JsonValue uuid) {
        JsonValue name = members.get(Member.UUID_NAME);
        String spelled = uuid == null ? null : text(uuid);
        return new NewRow(spelled == null ? null : UUID.fromString(spelled), spelled, name == null ? null : text(name));
    }

    private void select() throws RejectedException {
        where();
        columns(Member.COLUMNS);
        columns(Member.SORT);
    }

    private void update(JsonValue json) throws RejectedException {
        for (ColumnSchema column : RowCheck.check(get(Member.ROW), table())) {
            if (!column.mutable()) {
                throw RejectedException.tagged(
                        json,
                        ErrorTag.CONSTRAINT_VIOLATION,
                        "Cannot update immutable column " + column.name() + " in table " + table().name() + ".");
            }
        }
        where();
    }

    private void mutate() throws RejectedException {
        for (JsonValue mutation : (JsonArray) get(Member.MUTATIONS)) {
            MutationCheck.check(mutation, table());
        }
        where();
    }

    private void await() throws RejectedException {
        where();
        columns(Member.COLUMNS);
        JsonValue timeout = members.get(Member.TIMEOUT);
        if (timeout instanceof JsonInteger milliseconds && milliseconds.value() < 0) {
            throw RejectedException.syntax(timeout, "timeout must be nonnegative");
        }
        JsonValue until = get(Member.UNTIL);
        if (!text(until).equals("==") && !text(until).equals("!=")) {
            throw RejectedException.syntax(until, "\"until\" must be \"==\" or \"!=\"");
        }
        for (JsonValue row : (JsonArray) get(Member.ROWS)) {
            RowCheck.check(row, table());
        }
    }

    private void where() throws RejectedException {
        ConditionCheck.check(get(Member.WHERE), table(), Names.ALLOWED);
    }

    private void columns(Member member) throws RejectedException {
        JsonValue columns = members.get(member);
        if (columns != null) {
            ColumnsCheck.check(columns, name -> table().column(name).isPresent());
        }
    }

    private TableSchema table() {
        return schema.requireTable(text(get(Member.TABLE)));
    }

    private JsonValue get(Member member) {
        JsonValue value = members.get(member);
        if (value == null) {
            throw new AssertionError("no member " + member.text() + " was taken");
        }
        return value;
    }

    private static String text(JsonValue string) {
        return ((JsonString) string).value();
    }
}
