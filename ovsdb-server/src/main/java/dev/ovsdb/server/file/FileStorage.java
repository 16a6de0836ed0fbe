package dev.ovsdb.server.file;

import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.Durability;
import dev.ovsdb.server.storage.LogEntry;
import dev.ovsdb.server.storage.Storage;
import dev.ovsdb.server.storage.StorageLane;
import dev.ovsdb.server.storage.StorageListener;
import dev.ovsdb.server.storage.StorageStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a database in the reference's standalone log file, which nobody else may use meanwhile.
 *
 * <p>{@link #append} writes on the lane, a batch in one {@code write}, and answers before it returns. If that fails the file is cut
 * back to its last good record and the storage goes on; if even that fails, or an {@code fsync}, it is broken: nobody knows what the
 * disk holds. {@link Syncer} waits for the disk, {@link Rewrite} compacts on a thread of its own.
 */
public final class FileStorage implements Storage {
    private static final Logger LOG = LoggerFactory.getLogger(FileStorage.class);

    private final Path path;
    private final FileStorageOptions options;
    private final TransactionEncoder encoder;
    private final RecordBuffer buffer = new RecordBuffer();
    private final CompactionPolicy policy;
    private final Syncer syncer;
    private final Executor rewriting;
    private final Rewrite.Site site = new Site();

    // Set by open. What changes afterwards is confined to the lane, and volatile where status reads it.
    private volatile @Nullable Opened opened;
    private @Nullable Rewrite rewrite; // Under way.
    private boolean replacing; // The one under way allows no appends.
    private boolean failing; // The last write failed, and the log says so.
    private long accepted;
    private long base; // The file's size when it was compact.
    private volatile long records;
    private volatile @Nullable LogException broken;

    /** What there is while it is open. */
    private record Opened(LogLock lock, StorageLane lane, StorageListener listener, LiveLog log) {}

    FileStorage(Path path, FileStorageOptions options) {
        this.path = path;
        this.options = options;
        this.encoder = new TransactionEncoder(options.differences());
        this.policy = new CompactionPolicy(options.clock());
        this.syncer = new Syncer(orThread(options.syncing(), "ovsdb-sync"), options.clock(), new Synced());
        this.rewriting = orThread(options.rewriting(), "ovsdb-compact");
    }

    private static Executor orThread(@Nullable Executor given, String name) {
        return given != null ? given : StorageThreads.one(name);
    }

    /** The storage in this file, which must be there. */
    public static FileStorage of(Path path) {
        return builder(path).build();
    }

    /** As {@link #of}, with choices. */
    public static FileStorageBuilder builder(Path path) {
        return new FileStorageBuilder(path);
    }

    @Override
    public String place() {
        return path.toString();
    }

    /**
     * Opens the file. If it cannot be read to its end, the contents are what stands before the first record that is not good, as
     * {@link LogRows#damage()} and an error in the log tell; the rest stays where it is until something is to be written.
     *
     * @throws LogException if it is not there, not to be read or written, locked, or no standalone database
     */
    @Override
    public LogRows open(StorageLane lane, StorageListener listener) {
        if (opened != null) {
            throw new IllegalStateException(path + " was opened before");
        }
        LogFile log = LogFile.at(options.files(), path);
        LogLock lock = log.lock();
        boolean done = false;
        try {
            LogRows rows = load(lock, lane, listener);
            done = true;
            return rows;
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    private LogRows load(LogLock lock, StorageLane lane, StorageListener listener) {
        StoredFile file = openForWriting();
        boolean done = false;
        try {
            LogLoader loader = new LogLoader(options.files(), path, StorageThreads.one("ovsdb-check"));
            LogRows rows = loader.load(null, Long.MAX_VALUE);
            LogTail tail = rows.damage()
                    .map(damage -> tail(damage, loader.records().end(), file))
                    .orElse(null);
            LiveLog live = new LiveLog(file, loader.records().end(), tail);
            records = loader.records().count();
            base = loader.records().snapshotEnd();
            syncer.resume(live.log());
            opened = new Opened(lock, lane, listener, live);
            done = true;
            return rows;
        } finally {
            if (!done) {
                NewFile.closeQuietly(file);
            }
        }
    }

    private StoredFile openForWriting() {
        try {
            return options.files().open(path, OpenMode.WRITE);
        } catch (IOException e) {
            throw LogException.io(path, "open failed", e);
        }
    }

    private LogTail tail(LogException damage, long end, StoredFile file) {
        if (damage.kind() == LogException.Kind.IO) {
            throw damage; // The disk does not give back what may be there: that is no reason to cut it off.
        }
        LogTail tail;
        try {
            tail = LogTail.of(options.files(), path, damage, end, file);
        } catch (IOException e) {
            throw LogException.io(path, "read failed", e);
        }
        if (tail.isCutShort()) {
            LOG.warn("{}; the last record is incomplete, and will be cut off at offset {}", damage.describe(), end);
        } else {
            LOG.error("{}; going on with what stands before offset {}", damage.describe(), end);
        }
        return tail;
    }

    private Opened opened() {
        Opened now = opened;
        if (now == null) {
            throw new IllegalStateException(path + " is not open");
        }
        return now;
    }

    @Override
    public void append(long versionBefore, List<LogEntry> batch, Durability durability) {
        Opened now = opened();
        if (replacing) {
            throw new IllegalStateException("nothing may be appended to " + path + " while it is replaced");
        }
        LogException cause = broken == null ? write(now, batch) : broken;
        if (cause != null) {
            now.listener.failed(versionBefore, cause);
            return;
        }
        accepted = batch.get(batch.size() - 1).version();
        now.listener.accepted(accepted);
        if (durability == Durability.SYNCED) {
            syncer.request(accepted, loop(now));
        }
        suggestCompaction(now);
    }

    /** Writes a batch; answers why it could not be. */
    private @Nullable LogException write(Opened now, List<LogEntry> batch) {
        buffer.clear();
        int count = 0;
        for (LogEntry entry : batch) {
            JsonWriter record = encoder.encode(entry);
            if (record != null) {
                buffer.add(record);
                count++;
            }
        }
        try {
            if (count > 0) {
                now.log.append(buffer.bytes(), buffer.size());
                records += count;
            }
            failing = false;
            return null;
        } catch (IOException e) {
            return writeFailed(e);
        }
    }

    private LogException writeFailed(IOException cause) {
        LogException why = LogException.io(path, "write failed", cause);
        if (cause instanceof UnknownContentsException) {
            breakDown(LogException.io(path, "cannot truncate after a failed write", cause));
        } else if (!failing) {
            LOG.warn("{}: write failed ({})", path, SystemText.of(cause));
        }
        failing = true;
        return why;
    }

    private void breakDown(LogException cause) {
        if (broken == null) {
            broken = cause;
            LOG.error("{}; nothing more will be written until it is opened anew", cause.describe());
            opened().listener.broken(cause);
        }
    }

    @Override
    public void sync() {
        Opened now = opened();
        if (broken == null) {
            syncer.request(accepted, loop(now));
        }
    }

    /** Where the disk may be waited for besides the thread for that, unless that was chosen. */
    private @Nullable Executor loop(Opened now) {
        return options.syncing() == null ? now.lane.loop() : null;
    }

    /** What the disk did. */
    private final class Synced implements Syncer.Listener {
        @Override
        public void synced(long version, @Nullable Executor loop) {
            onLane(loop, now -> {
                if (broken == null) {
                    now.listener.durable(version);
                }
            });
        }

        @Override
        public void failed(IOException cause, @Nullable Executor loop) {
            onLane(loop, now -> breakDown(LogException.io(path, "fsync failed", cause)));
        }

        /** Runs what was found out, unless all is over by then. */
        private void onLane(@Nullable Executor loop, Consumer<Opened> task) {
            Opened now = opened;
            if (now == null) {
                return;
            }
            Runnable action = () -> {
                if (opened != null) {
                    task.accept(now);
                }
            };
            if (loop == null) {
                now.lane.execute(action);
            } else {
                now.lane.run(loop, action);
            }
        }
    }

    private void suggestCompaction(Opened now) {
        if (options.automaticCompaction() && rewrite == null && policy.isDue(records, now.log.end(), base)) {
            policy.attempted();
            now.listener.compactionDue();
        }
    }

    @Override
    public CompletableFuture<Void> compact(Contents contents, @Nullable String comment) {
        return rewrite(contents, comment, false);
    }

    @Override
    public CompletableFuture<Void> replace(Contents contents, @Nullable String comment) {
        Rewrite under = rewrite;
        if (under != null) {
            under.giveUp(new IOException("another schema takes the place of what was to be compacted"));
        }
        return rewrite(contents, comment, true);
    }

    private CompletableFuture<Void> rewrite(Contents contents, @Nullable String comment, boolean exclusively) {
        Opened now = opened();
        RuntimeException refusal = refusal(now);
        if (refusal != null) {
            contents.close();
            return CompletableFuture.failedFuture(refusal);
        }
        policy.attempted();
        replacing = exclusively;
        Rewrite begun = new Rewrite(
                site,
                options.files(),
                path,
                rewriting,
                now.lane,
                contents,
                options.clock().now(),
                comment);
        rewrite = begun;
        begun.start();
        return begun.done();
    }

    private @Nullable RuntimeException refusal(Opened now) {
        if (broken != null) {
            return broken;
        }
        if (rewrite != null) {
            return new IllegalStateException(path + " is being rewritten already");
        }
        try {
            now.log.removeTail();
            return null;
        } catch (IOException e) {
            return LogException.io(path, "cannot cut off what is damaged", e);
        }
    }

    /** What a rewrite does to us. */
    private final class Site implements Rewrite.Site {
        @Override
        public long end() {
            return opened().log.end();
        }

        @Override
        public void attach(Rewrite of, LogAppender second) {
            syncer.hold();
            opened().log.attach(of, second);
        }

        @Override
        public void switched(Rewrite of, long size) {
            LiveLog log = opened().log;
            LogAppender old = log.switchFiles();
            syncer.afterwards(() -> NewFile.closeQuietly(old));
            syncer.resume(log.log());
            base = size;
            records = 0;
            policy.succeeded();
            over();
            LOG.info("{}: rewritten, {} bytes now", path, log.end());
        }

        @Override
        public void givenUp(Rewrite of, LogException why) {
            LiveLog log = opened().log;
            log.detach();
            syncer.resume(log.log());
            over();
            LOG.warn("{}; the file is as before", why.describe());
        }

        @Override
        public void lost(Rewrite of, LogException why) {
            over();
            breakDown(why);
        }

        private void over() {
            rewrite = null;
            replacing = false;
        }
    }

    @Override
    public StorageStatus status() {
        Opened now = opened;
        return StorageStatus.standalone(records, now == null ? 0 : now.log.end(), broken);
    }

    @Override
    public void close() {
        Opened now = opened;
        if (now == null) {
            return;
        }
        opened = null;
        syncer.stop();
        try {
            if (broken == null) {
                now.log.sync();
            }
            if (rewrite != null) {
                rewrite.close();
            }
            now.log.log().close();
        } catch (IOException e) {
            throw LogException.io(path, "fsync failed", e);
        } finally {
            now.lock.close();
        }
    }
}
