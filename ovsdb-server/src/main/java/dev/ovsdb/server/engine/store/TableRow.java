package dev.ovsdb.server.engine.store;

import dev.ovsdb.server.data.RowImage;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A row over all its versions: the same object as long as any version has it.
 *
 * <p>What every reader may see is the settled image; only changes that some reader must not see yet, or not any more, are
 * links of a chain before it, newest first. Almost all rows of a database have no chain. The lane writes; readers walk from the
 * chain's head to the first link that is not newer than their version, and take the settled image if there is none. Both ends
 * of that walk are volatile, and the settled image is written before the link that stood for it goes.
 */
public final class TableRow {
    private final TableStore table;
    private final UUID uuid;
    private @Nullable RowImage settled; // Null if the row was not there before the chain.
    private volatile @Nullable RowVersion chain;

    @Nullable
    RowEdit edit; // Of the transaction under way. Lane.

    private @Nullable RowMultiset weakSources; // The rows of the head that refer to this one weakly. Lane.

    int references; // How many strong references the head has to it, those of its own not counted. Lane.

    TableRow(TableStore table, UUID uuid) {
        this.table = table;
        this.uuid = uuid;
    }

    /** Any thread. */
    public UUID uuid() {
        return uuid;
    }

    /** Any thread. */
    public TableStore table() {
        return table;
    }

    /** The row as it is at the head, without what a transaction under way does; null if it is not there. Lane. */
    public @Nullable RowImage head() {
        RowVersion newest = chain;
        return newest == null ? settled : newest.image;
    }

    /** The row as a version has it that is pinned. Any thread. */
    @Nullable
    RowImage imageAt(long version) {
        for (RowVersion link = chain; link != null; link = link.previous) {
            if (link.number <= version) {
                return link.image;
            }
        }
        return settled;
    }

    /** Whether no version has it, nor a transaction: what is left is a name. */
    boolean isShell() {
        return settled == null && chain == null && edit == null;
    }

    void settle(RowImage image) {
        settled = image;
    }

    /** Takes the row out of a store that is being filled. */
    void unload() {
        settled = null;
        table.grew(-1);
        noteIfShell();
    }

    void push(long version, @Nullable RowImage image) {
        chain = new RowVersion(version, image, chain);
    }

    /** Undoes the last push. */
    void pop() {
        RowVersion newest = chain;
        if (newest == null) {
            throw new IllegalStateException("no version of row " + uuid + " is above the settled one");
        }
        chain = newest.previous;
        noteIfShell();
    }

    /** Settles what is now seen by every reader at this version or above: nobody reads below. */
    void cut(long horizon) {
        RowVersion newer = null;
        RowVersion link = chain;
        while (link != null && link.number > horizon) {
            newer = link;
            link = link.previous;
        }
        if (link == null) {
            return;
        }
        settled = link.image;
        if (newer == null) {
            chain = null;
        } else {
            newer.previous = null;
        }
        noteIfShell();
    }

    /** To be called where the last that had it may have gone, once. */
    void noteIfShell() {
        if (isShell()) {
            table.becameShell();
        }
    }

    void addWeakSource(TableRow source) {
        RowMultiset sources = weakSources;
        if (sources == null) {
            sources = new RowMultiset();
            weakSources = sources;
        }
        sources.add(source);
    }

    /** Takes back one reference; false if there was none. */
    boolean removeWeakSource(TableRow source) {
        RowMultiset sources = weakSources;
        boolean removed = sources != null && sources.remove(source);
        if (sources != null && sources.isEmpty()) {
            weakSources = null;
        }
        return removed;
    }

    /** Hands over each row of the head that refers to this one weakly, once. */
    void forEachWeakSource(Consumer<? super TableRow> action) {
        RowMultiset sources = weakSources;
        if (sources != null) {
            sources.forEach(action);
        }
    }

    /** How many weak references that row of the head has to this one. */
    int weakReferencesFrom(TableRow source) {
        RowMultiset sources = weakSources;
        return sources == null ? 0 : sources.count(source);
    }

    /** How many images are kept of it. */
    int images() {
        int count = settled == null ? 0 : 1;
        for (RowVersion link = chain; link != null; link = link.previous) {
            count++;
        }
        return count;
    }

    @Override
    public String toString() {
        return table.schema().name() + " row " + uuid;
    }
}
