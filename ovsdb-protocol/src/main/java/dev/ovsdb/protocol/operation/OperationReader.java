package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one operation, its members in any order. How a value reads depends on the table, which may come behind it (so does
 * {@code op}; {@code ovs-vsctl} sends {@code row} first): such members are gone past, and gone back to when all are seen.
 */
final class OperationReader {
    private final JsonReader reader;
    private final @Nullable DatabaseSchema schema;
    private final OperationMembers seen = new OperationMembers();

    private @Nullable String op;
    private @Nullable String table;
    private @Nullable TableSchema tableSchema;
    private @Nullable Row row;
    private List<Row> rows = List.of();
    private List<Condition> where = List.of();
    private List<Mutation> mutations = List.of();
    private @Nullable List<String> columns;
    private @Nullable List<String> sort;
    private @Nullable UUID uuid;
    private @Nullable String uuidName;
    private long timeout;
    private Wait.Until until = Wait.Until.EQUAL;
    private boolean durable;
    private String comment = "";
    private String lock = "";

    private final boolean patient; // Sets aside whatever depends on the table until all members are seen.
    private boolean tableChanged;

    private OperationReader(JsonReader reader, @Nullable DatabaseSchema schema, boolean patient) {
        this.reader = reader;
        this.schema = schema;
        this.patient = patient;
    }

    /** @throws InvalidOperationException if the text is JSON but no operation; only its members and their types are looked at */
    static Operation read(JsonReader reader, @Nullable DatabaseSchema schema) {
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
            throw InvalidOperationException.syntax("Object expected.");
        }
        long start = reader.mark();
        try {
            OperationReader hasty = new OperationReader(reader, schema, false);
            hasty.readMembers();
            if (!hasty.tableChanged) {
                return hasty.build();
            }
        } catch (InvalidDatumException | InvalidOperationException perhapsByAnEarlierTable) {
            // What is wrong by one table's types may be right by those of a second one, which counts: read again.
        }
        reader.backTo(start);
        return readPatiently(reader, schema);
    }

    private static Operation readPatiently(JsonReader reader, @Nullable DatabaseSchema schema) {
        OperationReader patient = new OperationReader(reader, schema, true);
        try {
            patient.readMembers();
        } catch (InvalidDatumException e) {
            throw InvalidOperationException.of(e);
        }
        return patient.build();
    }

    private void readMembers() {
        reader.beginObject();
        while (reader.hasNext()) {
            Member member = seen.next(reader);
            if (member == null) {
                reader.skipValue();
            } else if (member.dependsOnTable() && schema != null && (table == null || patient)) {
                seen.setAside(member, reader.mark());
                reader.skipValue();
            } else {
                seen.forgetAside(member);
                readMember(member);
            }
        }
        long end = reader.mark();
        seen.forEachSetAside((member, place) -> {
            reader.backTo(place);
            readMember(member);
        });
        reader.backTo(end);
        reader.endObject();
    }

    private void readMember(Member member) {
        JsonReader in = reader;
        member.requireToken(in);
        switch (member) {
            case OP -> op = in.nextString();
            case TABLE -> table(in.nextString());
            case ROW -> row = readRow(in);
            case ROWS -> rows = list(in, this::readRow);
            case WHERE -> where = list(in, each -> Condition.read(each, tableSchema));
            case MUTATIONS -> mutations = list(in, each -> Mutation.read(each, tableSchema));
            case COLUMNS -> columns = list(in, OperationReader::columnName);
            case SORT -> sort = list(in, OperationReader::columnName);
            case UUID -> uuid = uuid(in);
            case UUID_NAME -> uuidName = id(in, member);
            case TIMEOUT -> timeout = timeout(in);
            case UNTIL -> until = until(in.nextString());
            case DURABLE -> durable = in.nextBoolean();
            case COMMENT -> comment = in.nextString();
            case LOCK -> lock = id(in, member);
        }
    }

    private void table(String name) {
        tableChanged |= schema != null && table != null && !table.equals(name) && !patient;
        table = name;
        tableSchema = schema == null ? null : schema.table(name).orElse(null);
    }

    private Row readRow(JsonReader in) {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
            throw InvalidOperationException.syntax("row must be JSON object");
        }
        return RowFormat.ofNullable(tableSchema).read(in);
    }

    private static <T> List<T> list(JsonReader in, java.util.function.Function<JsonReader, T> element) {
        List<T> list = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            list.add(element.apply(in));
        }
        in.endArray();
        return list;
    }

    private static String columnName(JsonReader in) {
        if (in.peek() != JsonToken.STRING) {
            throw InvalidOperationException.syntax("array of distinct column names expected");
        }
        return in.nextString();
    }

    private static UUID uuid(JsonReader in) {
        UUID uuid = in.nextUuidOrNull();
        if (uuid == null) {
            throw InvalidOperationException.syntax("bad uuid");
        }
        return uuid;
    }

    private static String id(JsonReader in, Member member) {
        String text = in.nextString();
        if (!Identifiers.isId(text)) {
            throw member.mismatch();
        }
        return text;
    }

    private static long timeout(JsonReader in) {
        if (!in.readNumber()) {
            throw Member.TIMEOUT.mismatch();
        }
        if (in.lastLong() < 0) {
            throw InvalidOperationException.syntax("timeout must be nonnegative");
        }
        return in.lastLong();
    }

    private static Wait.Until until(String symbol) {
        for (Wait.Until until : Wait.Until.values()) {
            if (until.symbol().equals(symbol)) {
                return until;
            }
        }
        throw InvalidOperationException.syntax("\"until\" must be \"==\" or \"!=\"");
    }

    private Operation build() {
        if (op == null) {
            throw InvalidOperationException.syntax("Required 'op' member is missing.");
        }
        OperationKind kind = OperationKind.of(op);
        seen.check(kind);
        return switch (kind) {
            case INSERT -> new Insert(table(), row(), uuid, uuidName);
            case SELECT -> new Select(table(), where, columns, sort);
            case UPDATE -> new Update(table(), where, row());
            case MUTATE -> new Mutate(table(), where, mutations);
            case DELETE -> new Delete(table(), where);
            case WAIT ->
                new Wait(table(), seen.has(Member.TIMEOUT) ? milliseconds() : null, where, columns, until, rows);
            case COMMIT -> new Commit(durable);
            case ABORT -> new Abort();
            case COMMENT -> new Comment(comment);
            case ASSERT -> new Assert(lock);
        };
    }

    private Duration milliseconds() {
        return Duration.ofMillis(timeout);
    }

    /** The table, of which {@link OperationMembers#check} has made sure. */
    private String table() {
        return Objects.requireNonNull(table);
    }

    private Row row() {
        return Objects.requireNonNull(row);
    }
}
