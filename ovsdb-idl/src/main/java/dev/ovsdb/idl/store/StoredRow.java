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
 * link that is not newer than their version, and take the settled image if there is none. Both ends of that walk are volatile, and
 * the settled image is written before the link that stood for it goes.
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

        @Nullable
        Link previous;

        Link(long version, @Nullable RowImage image, @Nullable Link previous) {
            this.version = version;
            this.image = image;
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
        for (Link link = chain; link != null; link = link.previous) {
            if (link.version <= version) {
                return link.image;
            }
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

    /** Settles what every reader now sees at this version or above: nobody reads below. */
    void cut(long horizon) {
        Link newer = null;
        Link link = chain;
        while (link != null && link.version > horizon) {
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
