package dev.ovsdb.server.file;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Checks the hashes of a file's records, ahead of the one who makes sense of them: on two cores a large file is read in the time of
 * the slower half. Thread-safe.
 */
final class HashCheck implements Runnable {
    private final FileSystem files;
    private final Path path;
    private long good; // How many records; guarded by this, as the rest.
    private boolean ended;
    private boolean unwanted;
    private @Nullable LogException failure;

    private HashCheck(FileSystem files, Path path) {
        this.files = files;
        this.path = path;
    }

    static HashCheck start(FileSystem files, Path path, Executor executor) {
        HashCheck check = new HashCheck(files, path);
        executor.execute(check);
        return check;
    }

    @Override
    public void run() {
        try (LogReader reader = LogReader.open(files, path)) {
            LogHeader header = reader.begin();
            while (header != null && mayGoOn(reader.number() + 1)) {
                reader.body(header, (bytes, offset, length) -> {});
                header = reader.begin();
            }
            end(reader.number() + 1, null);
        } catch (LogException e) {
            end(-1, e);
        } catch (RuntimeException | Error e) {
            end(-1, LogException.damaged(path, 0, "cannot be checked: " + e));
            throw e;
        }
    }

    private synchronized boolean mayGoOn(long records) {
        good = records;
        notifyAll();
        return !unwanted;
    }

    private synchronized void end(long records, @Nullable LogException cause) {
        good = Math.max(good, records);
        failure = cause;
        ended = true;
        notifyAll();
    }

    /**
     * Waits until this record is known to be good.
     *
     * @throws LogException if it is not
     */
    synchronized void await(long record) {
        boolean interrupted = false;
        while (good <= record && !ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // Reading a file cannot be interrupted; told when it is done.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (good <= record && failure != null) {
            throw failure;
        }
    }

    /** Nobody waits any more. */
    synchronized void cancel() {
        unwanted = true;
    }
}
