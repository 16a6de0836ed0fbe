package dev.ovsdb.server.file;

import dev.ovsdb.jsonrpc.events.Recording;
import dev.ovsdb.server.storage.Contents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Writes a database's file anew beside the old one and puts it in its place.
 *
 * <pre>
 * background  WRITING    the contents go to NAME.tmp, then, in passes, what was appended to the old file since
 * lane                   copies the little that is left; from here on appends go to both files, and fsyncs wait
 * background  MIRRORED   fsync of the new file
 *             RENAMING   the new file takes the name of the old one; fsync of the folder
 * lane        ENDED      the new file is the file
 * </pre>
 *
 * Until RENAMING it may be given up at any time, and nothing has happened. Who may do what is in {@link #phase}, guarded by this;
 * the rest belongs to the step that runs.
 */
final class Rewrite {
    private static final long LITTLE = 1 << 16; // What the lane copies itself.

    /** How far it is. */
    private enum Phase {
        WRITING,
        MIRRORED,
        RENAMING,
        ENDED
    }

    /** The storage whose file it is. All but the first are called on the lane. */
    interface Site {
        /** Where the old file's last good record ends. For any thread. */
        long end();

        /** Appends go to both files from now on. */
        void attach(Rewrite rewrite, LogAppender second);

        /** The new file is the file. */
        void switched(Rewrite rewrite, long base);

        /** All is as before. */
        void givenUp(Rewrite rewrite, LogException why);

        /** Nobody knows which file a crash would leave. */
        void lost(Rewrite rewrite, LogException why);
    }

    private final Site site;
    private final FileSystem files;
    private final Path path;
    private final Executor background;
    private final Executor lane;
    private final Contents contents;
    private final Instant date;
    private final @Nullable String comment;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final @Nullable CompactionEvent event;
    private Phase phase = Phase.WRITING;
    private boolean running; // A step in the background; guarded by this.
    private boolean closed; // The storage hears nothing more; guarded by this.

    private @Nullable Path target;
    private @Nullable Path temporary;
    private @Nullable StoredFile file;
    private @Nullable StoredFile source;
    private @Nullable LogAppender log;
    private long copied; // Of the old file.
    private long base; // The new file's size without what was copied.

    Rewrite(
            Site site,
            FileSystem files,
            Path path,
            Executor background,
            Executor lane,
            Contents contents,
            Instant date,
            @Nullable String comment) {
        this.site = site;
        this.files = files;
        this.path = path;
        this.background = background;
        this.lane = lane;
        this.contents = contents;
        this.date = date;
        this.comment = comment;
        this.copied = site.end();
        this.event = Recording.isPossible() ? CompactionEvent.start(path, copied) : null;
    }

    /** Completed on the lane. */
    CompletableFuture<Void> done() {
        return done;
    }

    void start() {
        background(this::write);
    }

    /** Runs a step in the background, unless all is over before it gets to it. */
    private void background(Step step) {
        background.execute(() -> {
            if (!enter()) {
                return;
            }
            try {
                step.run();
            } catch (IOException | RuntimeException e) {
                abandon(e);
            } finally {
                exit();
            }
        });
    }

    /** Something that touches files. */
    private interface Step {
        void run() throws IOException;
    }

    private synchronized boolean enter() {
        running = phase != Phase.ENDED;
        return running;
    }

    private void exit() {
        boolean over;
        synchronized (this) {
            running = false;
            over = phase == Phase.ENDED;
            notifyAll();
        }
        if (over) {
            cleanUp();
        }
    }

    private synchronized boolean isOver() {
        return phase == Phase.ENDED;
    }

    /** Tells the storage something, unless it was closed by then. */
    private void tell(Runnable step) {
        lane.execute(() -> {
            if (!isClosed()) {
                step.run();
            }
        });
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void write() throws IOException {
        target = files.follow(path);
        temporary = target.resolveSibling(target.getFileName() + ".tmp");
        files.delete(temporary);
        StoredFile created = files.open(temporary, OpenMode.CREATE);
        file = created;
        try (Contents rows = contents) {
            base = new SnapshotWriter(created, new WantedContents(rows, this::isOver)).write(date, comment, site.end());
        }
        created.sync();
        log = new LogAppender(created, base);
        source = files.open(path, OpenMode.READ);
        catchUp();
    }

    private void catchUp() throws IOException {
        while (site.end() - copied > LITTLE && !isOver()) {
            copy();
        }
        requireLog().sync(); // So that little is left for the fsync that durable transactions wait for.
        tell(this::attach);
    }

    private void copy() throws IOException {
        long end = site.end();
        if (source == null || file == null || end == copied) {
            return;
        }
        LogAppender to = requireLog();
        FileCopy.copy(source, copied, end, file, to.end());
        to.advance(end - copied);
        copied = end;
    }

    private LogAppender requireLog() {
        if (log == null) {
            throw new IllegalStateException("nothing was written yet");
        }
        return log;
    }

    private void attach() {
        if (isOver()) {
            return;
        }
        if (site.end() - copied > LITTLE) {
            background(this::catchUp);
            return;
        }
        try {
            copy();
        } catch (IOException e) {
            giveUp(e);
            return;
        }
        advance(Phase.WRITING, Phase.MIRRORED);
        site.attach(this, requireLog());
        background(this::putInPlace);
    }

    private synchronized boolean advance(Phase from, Phase to) {
        if (phase == from) {
            phase = to;
            return true;
        }
        return false;
    }

    private void putInPlace() throws IOException {
        requireLog().sync();
        if (!advance(Phase.MIRRORED, Phase.RENAMING) || temporary == null || target == null) {
            return;
        }
        files.rename(temporary, target);
        try {
            files.syncFolder(NewFile.folder(target));
        } catch (IOException e) {
            tell(() -> lose(e));
            return;
        }
        tell(this::finish);
    }

    private void finish() {
        end();
        closeSource();
        if (event != null) {
            event.bytesAfter = base;
            event.commit();
        }
        site.switched(this, base);
        done.complete(null);
    }

    private void lose(IOException cause) {
        end();
        closeSource();
        LogException why = LogException.io(path, "fsync of its folder failed", cause);
        site.lost(this, why);
        done.completeExceptionally(why);
    }

    private synchronized void end() {
        phase = Phase.ENDED;
        file = null; // It is the storage's now.
        notifyAll();
    }

    /** On the lane: stops it, if that is still possible. */
    boolean giveUp(IOException cause) {
        synchronized (this) {
            if (phase == Phase.RENAMING || phase == Phase.ENDED) {
                return false;
            }
            phase = Phase.ENDED;
        }
        background.execute(this::cleanUp);
        fail(cause);
        return true;
    }

    /** In the background: a step failed. */
    private void abandon(Exception cause) {
        synchronized (this) {
            if (phase == Phase.ENDED) {
                return;
            }
            phase = Phase.ENDED;
        }
        tell(() -> fail(cause));
    }

    private void fail(Exception cause) {
        LogException why = cause instanceof LogException own
                ? own
                : LogException.io(
                        path, "rewriting failed", cause instanceof IOException io ? io : new IOException(cause));
        site.givenUp(this, why);
        done.completeExceptionally(why);
    }

    /** From any thread: stops it if it is not about to be done; returns when it touches no file any more. */
    void close() {
        boolean interrupted = false;
        synchronized (this) {
            closed = true;
            if (phase != Phase.RENAMING) {
                phase = Phase.ENDED;
            }
            while (running) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            phase = Phase.ENDED;
        }
        cleanUp();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        done.completeExceptionally(new IllegalStateException(path + " was closed meanwhile"));
    }

    /** Closes what is open, and removes the new file unless it has taken its place. */
    private synchronized void cleanUp() {
        contents.close();
        closeSource();
        if (file != null) {
            NewFile.closeQuietly(file);
            file = null;
            if (temporary != null) {
                NewFile.remove(files, temporary);
            }
        }
    }

    private void closeSource() {
        if (source != null) {
            NewFile.closeQuietly(source);
            source = null;
        }
    }
}
