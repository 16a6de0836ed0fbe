package dev.ovsdb.idl.store;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A row over all its versions: the same object as long as any version has it.
 *
 * <p>What every reader may see is the settled image; changes that some reader must not see yet, or not any more, are links of a chain
 * before it, newest first. Almost no row has a chain. The writer pushes and cuts; readers walk from the chain's head to the first
 * link that is not newer than their version, and take the settled image if there is none.
 *
 * <p>An image that nobody sees between two held versions is taken out, and the link above it stands for its time too: who reads the
 * newest version without holding it, and is overtaken, may see a newer one then, never an older one. That is why each step of the walk
 * reads where the chain goes on before it reads what the link stands for, and the writer writes these the other way round; both are
 * volatile. In the same way the settled image is written before the link that stood for it goes.
 */
final class StoredRow {
    private final StoredTable table;
    private final UUID uuid;
    private @Nullable RowImage settled; // Null if the row was not there before the chain.
    private volatile @Nullable Link chain;
    int seenBy; // The last reading of the whole contents that had it. Writer.

    private static final class Link {
        final long version;
        final @Nullable RowImage image; // Null: the row was deleted.
        volatile long from; // The oldest version that it stands for.
        volatile @Nullable Link previous;

        Link(long version, @Nullable RowImage image, @Nullable Link previous) {
            this.version = version;
            this.image = image;
            this.from = version;
            this.previous = previous;
        }
    }

    StoredRow(StoredTable table, UUID uuid) {
        this.table = table;
        this.uuid = uuid;
    }

    StoredTable table() {
        return table;
    }

    UUID uuid() {
        return uuid;
    }

    /** The row as the writer has it; null if it is not there. */
    @Nullable
    RowImage head() {
        Link newest = chain;
        return newest == null ? settled : newest.image;
    }

    /** The row as a version has it; null if it has not. Any thread. */
    @Nullable
    RowImage at(long version) {
        for (Link link = chain; link != null; ) {
            Link older = link.previous; // Before from.
            if (link.from <= version) {
                return link.image;
            }
            link = older;
        }
        return settled;
    }

    /** Puts the row into a store that nobody reads yet. */
    void load(RowImage image) {
        settled = image;
    }

    /** Makes an image that of a version, which is above all others; null deletes the row. */
    void push(long version, @Nullable RowImage image) {
        Link newest = chain;
        Link below = newest != null && newest.version == version ? newest.previous : newest;
        chain = new Link(version, image, below);
    }

    /** Undoes what was pushed for a version, if anything was. */
    void pop(long version) {
        Link newest = chain;
        if (newest != null && newest.version == version) {
            chain = newest.previous;
        }
    }

    /**
     * Settles what every reader now sees at this version or above: nobody reads below.
     *
     * @param dropped is handed each image that is not kept any more, once it is not
     */
    void cut(long horizon, Consumer<RowImage> dropped) {
        Link newer = newerThan(horizon);
        Link link = newer == null ? chain : newer.previous;
        if (link == null) {
            return;
        }
        RowImage old = settled;
        settled = link.image;
        relink(newer, null);
        for (Link older = link.previous; older != null; older = older.previous) {
            hand(older.image, dropped);
        }
        hand(old, dropped);
    }

    /**
     * Keeps only the newest of the images that were made after one version up to another, between which nobody reads; and not even that
     * if the row was not there before and is not there then.
     *
     * @param dropped is handed each image that is not kept any more, once it is not
     * @return whether one is kept
     */
    boolean thin(long after, long until, Consumer<RowImage> dropped) {
        Link newer = newerThan(until);
        Link link = newer == null ? chain : newer.previous;
        if (link == null || link.version <= after) {
            return false;
        }
        Link older = link.previous;
        while (older != null && older.version > after) {
            link.from = older.from;
            link.previous = older.previous;
            hand(older.image, dropped);
            older = link.previous;
        }
        if (link.image == null && (older == null ? settled : older.image) == null) {
            relink(newer, older);
            return false;
        }
        return true;
    }

    /** The oldest link that is newer than a version; null if there is none. */
    private @Nullable Link newerThan(long version) {
        Link newer = null;
        for (Link link = chain; link != null && link.version > version; link = link.previous) {
            newer = link;
        }
        return newer;
    }

    private void relink(@Nullable Link newer, @Nullable Link link) {
        if (newer == null) {
            chain = link;
        } else {
            newer.previous = link;
        }
    }

    private static void hand(@Nullable RowImage image, Consumer<RowImage> dropped) {
        if (image != null) {
            dropped.accept(image);
        }
    }

    /** Whether no version has it. */
    boolean isGone() {
        return settled == null && chain == null;
    }

    /** Whether any image that is kept meets a condition. */
    boolean anyImage(Predicate<RowImage> condition) {
        if (settled != null && condition.test(settled)) {
            return true;
        }
        for (Link link = chain; link != null; link = link.previous) {
            if (link.image != null && condition.test(link.image)) {
                return true;
            }
        }
        return false;
    }

    /** Hands over every image that is kept. */
    void forEachImage(Consumer<RowImage> action) {
        anyImage(image -> {
            action.accept(image);
            return false;
        });
    }

    /** How many images are kept. */
    int images() {
        int count = settled == null ? 0 : 1;
        for (Link link = chain; link != null; link = link.previous) {
            count += link.image == null ? 0 : 1;
        }
        return count;
    }

    @Override
    public String toString() {
        return table.name() + " row " + uuid;
    }
}
