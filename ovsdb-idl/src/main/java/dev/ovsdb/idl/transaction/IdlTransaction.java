package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.IdlIndex;
import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.IdlTable;
import dev.ovsdb.idl.View;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.typed.TypedEdit;
import dev.ovsdb.idl.typed.TypedRow;
import dev.ovsdb.idl.typed.TypedTable;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Assert;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a transaction. It reads one version of the replica, with what it staged on top: its own inserts, changes and deletes
 * show at once. Nothing is sent before the function returns.
 *
 * <p>For the thread that the function runs on, until it returns; after that every method throws {@link IllegalStateException}. Methods
 * that name a table throw {@link NoSuchElementException} if it is not held.
 */
public final class IdlTransaction {
    private final View view;
    private final Interest interest;
    private final IdSource ids;
    private final Map<String, Columns> columns = new LinkedHashMap<>();
    private final Map<String, Map<UUID, WritableRow>> rows = new LinkedHashMap<>();
    private final List<StagedRow> staged = new ArrayList<>(); // In the order in which they were first looked at.
    private final Set<Assert> asserts = new LinkedHashSet<>();
    private final List<Wait> waits = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private boolean dryRun;
    private boolean aborted;
    private boolean over;

    IdlTransaction(View view, Interest interest, IdSource ids) {
        this.view = view;
        this.interest = interest;
        this.ids = ids;
    }

    // ---- Reading.

    /** The version that this attempt reads, without what was staged. What is read here is not verified. Not to be closed. */
    public View view() {
        requireOpen("the view");
        return view;
    }

    /** A row, if it is there and this transaction has not deleted it. */
    public Optional<WritableRow> row(String table, UUID uuid) {
        requireOpen("table " + table);
        WritableRow known = of(table).get(uuid);
        if (known == null) {
            known = view.row(table, uuid)
                    .map(base -> put(StagedRow.of(base, columns(table))))
                    .orElse(null);
        }
        return known == null || known.staged().isDeleted() ? Optional.empty() : Optional.of(known);
    }

    /** A row that was read elsewhere, as this transaction sees it. */
    public Optional<WritableRow> row(IdlRow row) {
        return row(row.table(), row.uuid());
    }

    /** @throws NoSuchElementException if it is not there, or this transaction has deleted it */
    public WritableRow require(String table, UUID uuid) {
        return row(table, uuid).orElseThrow(() -> new NoSuchElementException("no row " + uuid + " in table " + table));
    }

    /** All rows of a table, those inserted by this transaction last. */
    public List<WritableRow> rows(String table) {
        requireOpen("table " + table);
        view.table(table).forEach(this::open);
        return present(table);
    }

    /** The rows that were looked at, but for those that this transaction has deleted. */
    List<WritableRow> present(String table) {
        return of(table).values().stream()
                .filter(row -> !row.staged().isDeleted())
                .toList();
    }

    /** The rows that meet a condition. It looks at all, and each column of each row that it reads is verified: see {@link #view}. */
    public List<WritableRow> where(String table, Predicate<? super WritableRow> condition) {
        return rows(table).stream().filter(condition).toList();
    }

    /**
     * The rows that have exactly these values in an index, with what was staged.
     *
     * @param index its name, as of {@link IdlTable#index}
     */
    public List<WritableRow> find(String table, String index, Datum... values) {
        return search(table, index).exact(values);
    }

    /** The rows whose keys in an index begin with these values, in the order of their keys; as {@link IdlIndex#prefix}. */
    public List<WritableRow> prefix(String table, String index, Datum... values) {
        return search(table, index).prefix(values);
    }

    /** The rows from one key of an index to another, in the order of their keys; as {@link IdlIndex#range}. */
    public List<WritableRow> range(
            String table, String index, @Nullable List<? extends Datum> from, @Nullable List<? extends Datum> to) {
        return search(table, index).range(from, to);
    }

    private IndexSearch search(String table, String index) {
        requireOpen("table " + table);
        return new IndexSearch(this, view.table(table), index);
    }

    /** The row whose key in an index is this string, if there is one. */
    public Optional<WritableRow> find(String table, String index, String value) {
        return find(table, index, Datum.of(value)).stream().findFirst();
    }

    // ---- Writing.

    /** Inserts a row whose UUID the server chooses. It may be referred to at once. */
    public WritableRow insert(String table) {
        return insert(table, ids.nextUuid(), false);
    }

    /**
     * Inserts a row with this UUID, which servers can since Open vSwitch 2.13.
     *
     * @throws IllegalArgumentException if the row is there already
     */
    public WritableRow insert(String table, UUID uuid) {
        if (view().row(table, uuid).isPresent() || of(table).containsKey(uuid)) {
            throw new IllegalArgumentException("table " + table + " has a row " + uuid + " already");
        }
        return insert(table, uuid, true);
    }

    /** Inserts a row into a typed table, as {@link #insert(String)}; its {@link TypedEdit#row()} may be referred to at once. */
    public <R extends TypedRow> TypedEdit<R> insert(TypedTable<R> table) {
        return TypedEdit.of(this, table, insert(table.name()));
    }

    /** Inserts a row with this UUID into a typed table, as {@link #insert(String, UUID)}. */
    public <R extends TypedRow> TypedEdit<R> insert(TypedTable<R> table, UUID uuid) {
        return TypedEdit.of(this, table, insert(table.name(), uuid));
    }

    /**
     * Changes a typed row, wherever it was read: in this transaction, in a view, in the replica or in a change.
     *
     * @throws NoSuchElementException if it is not there, or this transaction has deleted it
     */
    public <R extends TypedRow> TypedEdit<R> edit(R row) {
        return TypedEdit.of(this, row);
    }

    private WritableRow insert(String table, UUID uuid, boolean chosen) {
        requireOpen("table " + table);
        Columns known = columns(table);
        known.requireTable();
        return put(StagedRow.inserted(table, uuid, known, chosen));
    }

    void open(IdlRow base) {
        if (!of(base.table()).containsKey(base.uuid())) {
            put(StagedRow.of(base, columns(base.table())));
        }
    }

    private WritableRow put(StagedRow row) {
        WritableRow made = new WritableRow(this, row);
        staged.add(row);
        of(row.table()).put(row.uuid(), made);
        return made;
    }

    private Map<UUID, WritableRow> of(String table) {
        return rows.computeIfAbsent(table, name -> new LinkedHashMap<>());
    }

    private Columns columns(String table) {
        return columns.computeIfAbsent(table, name -> Columns.of(view, interest, name));
    }

    // ---- Conditions of the commit.

    /** Is committed only if this session owns the lock; ends as {@link Ending.NotLocked} else. */
    public void assertLock(String lock) {
        requireOpen("lock " + lock);
        asserts.add(new Assert(lock));
    }

    /** Is committed only if no row of the table meets all these conditions at the server before it; there is a conflict else. */
    public void verifyNone(String table, Condition... where) {
        requireOpen("table " + table);
        columns(table).requireTable();
        waits.add(Wait.on(table)
                .where(where)
                .columns("_uuid")
                .untilEqual()
                .timeout(Duration.ZERO)
                .build());
    }

    /** Writes a tag by which {@link Transactor#settle} can tell whether this was committed. The old one is verified. */
    public void mark(Mark.Tag mark) {
        require(mark.table(), mark.row()).verify(mark.column()).set(mark.column(), mark.token());
    }

    // ---- The whole.

    /** Adds a line to what the server's log says of this transaction. */
    public void comment(String line) {
        requireOpen("a comment");
        comments.add(line);
    }

    /**
     * Has the server check all operations and change nothing: ends as {@link Ending.Aborted} if it has no objection to any. What is
     * checked at the commit only, such as references and unique values, is not checked.
     */
    public void dryRun() {
        requireOpen("a dry run");
        dryRun = true;
    }

    /** Has nothing sent when the function returns: ends as {@link Ending.Aborted}. */
    public void abort() {
        requireOpen("abort");
        aborted = true;
    }

    void requireOpen(String what) {
        if (over) {
            throw new IllegalStateException("this transaction is over; " + what + " of it cannot be used any more");
        }
    }

    // ---- Its end.

    /** The function has returned or failed. */
    void end() {
        over = true;
    }

    boolean isAborted() {
        return aborted;
    }

    boolean isDryRun() {
        return dryRun;
    }

    List<StagedRow> staged() {
        return staged;
    }

    Set<Assert> asserts() {
        return asserts;
    }

    List<Wait> waits() {
        return waits;
    }

    /** One line for each comment; empty if there is none. */
    String comments() {
        return String.join("\n", comments);
    }
}
