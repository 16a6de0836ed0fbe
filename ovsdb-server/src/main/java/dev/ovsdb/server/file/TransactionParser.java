package dev.ovsdb.server.file;

import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.UnknownNameException;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.protocol.stream.JsonStream;
import dev.ovsdb.protocol.stream.StreamHandler;
import dev.ovsdb.protocol.stream.Take;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one transaction record as its bytes come in. Values are read with a difference's limits, since {@code _is_diff} may stand
 * behind the rows; whoever applies them checks.
 */
final class TransactionParser implements StreamHandler, PieceSink {
    private static final int MEMBERS = 1;
    private static final int ROWS = 2;

    private final Formats formats;
    private final JsonStream stream = new JsonStream(this);
    private final List<StagedRow> rows = new ArrayList<>();
    private boolean diff;
    private String member = "";
    private @Nullable TableSchema table;
    private UUID uuid = new UUID(0, 0);
    private @Nullable Row row;
    private @Nullable SenselessException problem;

    TransactionParser(Formats formats) {
        this.formats = formats;
    }

    /** How the rows of each table are read; made once for a file. */
    static final class Formats {
        private final DatabaseSchema schema;
        private final Map<String, RowFormat> byTable = new LinkedHashMap<>();
        private final boolean lenient;

        /** @param lenient whether tables and columns that the schema does not have are passed over */
        Formats(DatabaseSchema schema, boolean lenient) {
            this.schema = schema;
            this.lenient = lenient;
            for (TableSchema table : schema.tables()) {
                byTable.put(table.name(), RowFormat.of(table, lenient ? UnknownNames.SKIP : UnknownNames.REFUSE));
            }
        }

        private RowFormat of(TableSchema table) {
            return Objects.requireNonNull(byTable.get(table.name()), table.name());
        }
    }

    /** Takes what comes even after it proved to make no sense: its hash is still to be checked. */
    @Override
    public void piece(byte[] bytes, int offset, int length) {
        attempt(() -> stream.feed(ByteBuffer.wrap(bytes, offset, length)));
    }

    /**
     * Says that nothing follows.
     *
     * @throws SenselessException if it is no transaction
     */
    void finish() {
        attempt(stream::finish);
        if (problem != null) {
            throw problem;
        }
    }

    private void attempt(Runnable step) {
        if (problem != null) {
            return;
        }
        try {
            step.run();
        } catch (JsonSyntaxException | InvalidDatumException | UnknownNameException e) {
            problem = new SenselessException(String.valueOf(e.getMessage()));
        } catch (SenselessException e) {
            problem = e;
        }
    }

    List<StagedRow> rows() {
        return rows;
    }

    /** Whether the columns of rows that are there hold differences. */
    boolean isDiff() {
        return diff;
    }

    @Override
    public Take begin(int depth, byte first) {
        if (depth == 0) {
            require(first == '{', "a JSON object");
            return Take.ENTER;
        }
        if (depth == MEMBERS) {
            return beginMember(first);
        }
        return Take.WHOLE;
    }

    private Take beginMember(byte first) {
        table = formats.schema.table(member).orElse(null);
        if (table != null) {
            require(first == '{', "an object of rows for table " + member);
            return Take.ENTER;
        }
        boolean known = switch (member) {
            case "_date" -> first == '-' || first >= '0' && first <= '9';
            case "_is_diff", "_comment" -> true;
            default -> formats.lenient;
        };
        if (!known) {
            throw new SenselessException("No table named " + member + ".");
        }
        return member.equals("_is_diff") ? Take.WHOLE : Take.SKIP;
    }

    @Override
    public void name(int depth, JsonReader name) {
        if (depth == MEMBERS) {
            member = name.nextString();
        } else {
            uuid = name.nextUuid();
        }
    }

    @Override
    public void read(int depth, JsonReader value) {
        if (depth == MEMBERS) {
            diff = value.peek() == JsonToken.TRUE;
            value.skipValue();
        } else if (value.peek() == JsonToken.NULL) {
            value.nextNull();
            row = null;
        } else {
            row = formats.of(table()).readDiff(value);
        }
    }

    @Override
    public boolean readsRuns(int depth) {
        return depth == ROWS;
    }

    @Override
    public void readNext(int depth, JsonReader reader) {
        uuid = reader.nextNameUuid();
        read(depth, reader);
    }

    @Override
    public void accept(int depth) {
        if (depth == ROWS) {
            rows.add(new StagedRow(table(), uuid, row));
            row = null;
        }
    }

    @Override
    public void end(int depth) {}

    private TableSchema table() {
        if (table == null) {
            throw new IllegalStateException("rows come within a table");
        }
        return table;
    }

    private static void require(boolean expected, String what) {
        if (!expected) {
            throw new JsonSyntaxException("expected " + what, 0);
        }
    }
}
