package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.operation.Wait;
import dev.ovsdb.server.check.Members;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one operation straight into a step, its members in any order. How most members read depends on the table: where they
 * come before it ({@code ovs-vsctl} sends {@code row} first) they are gone past, and gone back to at the end.
 *
 * <p>Anything out of the ordinary, a member that comes twice too, ends in {@link MisreadException} or one of the readers' own
 * exceptions: {@link OperationReader} knows what to do then.
 */
final class StepReader {
    private final JsonReader in;
    private final SchemaRules schema;
    private int seen; // Bits of members.
    private long @Nullable [] aside; // Marks of members that wait for the table.

    private @Nullable OperationKind kind;
    private @Nullable TableReader table;
    private @Nullable Row row;
    private List<Datum[]> rows = List.of();
    private @Nullable RowFilter where;
    private List<CompiledMutation> mutations = List.of();
    private @Nullable Projection columns;
    private @Nullable Projection sort;
    private @Nullable UUID uuid;
    private @Nullable String spelled; // The UUID.
    private @Nullable String text; // Of uuid-name, comment or lock.
    private @Nullable Duration timeout;
    private Wait.Until until = Wait.Until.EQUAL;
    private boolean durable;

    private StepReader(JsonReader in, SchemaRules schema) {
        this.in = in;
        this.schema = schema;
    }

    static Step read(JsonReader in, SchemaRules schema) {
        StepReader reader = new StepReader(in, schema);
        reader.readMembers();
        return reader.step();
    }

    private void readMembers() {
        int previous = -1;
        in.beginObject();
        while (in.hasNext()) {
            previous = in.nextNameIn(Member.NAMES, previous);
            if (previous < 0 || (seen & 1 << previous) != 0) {
                throw new MisreadException();
            }
            seen |= 1 << previous;
            Member member = Member.at(previous);
            if (member.needsTable && table == null) {
                setAside(previous);
            } else {
                read(member);
            }
        }
        if (aside != null) {
            readAside(aside);
        }
        in.endObject();
    }

    private void setAside(int member) {
        if (aside == null) {
            aside = new long[Member.values().length];
        }
        aside[member] = in.mark();
        in.skipValue();
    }

    private void readAside(long[] marks) {
        long end = in.mark();
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] != 0) {
                in.backTo(marks[i]);
                read(Member.at(i));
            }
        }
        in.backTo(end);
    }

    private void read(Member member) {
        switch (member) {
            case OP -> kind = OperationKind.at(known(in.nextStringIn(OperationKind.NAMES)));
            case TABLE -> table = new TableReader(in, schema.table(known(in.nextStringIn(schema.tableNames))));
            case ROW -> row = table().row();
            case ROWS -> rows = table().rows();
            case WHERE -> where = table().where();
            case MUTATIONS -> mutations = table().mutations();
            case COLUMNS -> columns = table().columns();
            case SORT -> sort = table().columns();
            case UUID -> {
                uuid = required(in.nextUuidOrNull());
                spelled = in.lastString();
            }
            case UUID_NAME, LOCK -> text = id();
            case COMMENT -> text = in.nextString();
            case TIMEOUT -> timeout = timeout();
            case UNTIL -> until = until();
            case DURABLE -> durable = in.nextBoolean();
        }
    }

    private Step step() {
        OperationKind op = required(kind);
        if (!op.fits(seen)) {
            throw new MisreadException();
        }
        return switch (op) {
            case INSERT -> InsertStep.of(rules(), identity(), TableReader.values(required(row)));
            case SELECT -> new SelectStep(rules(), filter(), projection(), sort);
            case UPDATE -> table().update(filter(), required(row));
            case MUTATE -> new MutateStep(rules(), filter(), mutations);
            case DELETE -> new DeleteStep(rules(), filter());
            case WAIT -> new WaitStep(rules(), filter(), projection(), until, rows, timeout);
            case COMMIT -> new SmallSteps.CommitStep(durable);
            case ABORT -> new SmallSteps.AbortStep();
            case COMMENT -> new SmallSteps.CommentStep(required(text));
            case ASSERT -> new SmallSteps.AssertStep(required(text));
        };
    }

    private NewRow identity() {
        return uuid == null && text == null ? NewRow.UNSAID : new NewRow(uuid, spelled, text);
    }

    private TableReader table() {
        return required(table);
    }

    private TableRules rules() {
        return table().rules();
    }

    private RowFilter filter() {
        return required(where);
    }

    private Projection projection() {
        return columns != null ? columns : rules().allColumns;
    }

    private String id() {
        String id = in.nextString();
        if (!Members.isId(id)) {
            throw new MisreadException();
        }
        return id;
    }

    private Duration timeout() {
        if (!in.readNumber() || in.lastLong() < 0) {
            throw new MisreadException();
        }
        return Duration.ofMillis(in.lastLong());
    }

    private Wait.Until until() {
        String symbol = in.nextString();
        for (Wait.Until each : Wait.Until.values()) {
            if (each.symbol().equals(symbol)) {
                return each;
            }
        }
        throw new MisreadException();
    }

    static int known(int index) {
        if (index < 0) {
            throw new MisreadException();
        }
        return index;
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new MisreadException();
        }
        return value;
    }
}
