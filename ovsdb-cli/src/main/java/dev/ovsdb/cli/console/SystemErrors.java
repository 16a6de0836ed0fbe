package dev.ovsdb.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The system's texts for what went wrong with a file or a socket, which the reference puts behind its messages. */
public final class SystemErrors {
    private static final List<String> KNOWN = List.of(
            "Connection refused",
            "Connection reset by peer",
            "Connection timed out",
            "No such file or directory",
            "Permission denied",
            "No route to host",
            "Network is unreachable",
            "Address already in use",
            "Cannot assign requested address",
            "Broken pipe",
            "Not a directory",
            "Is a directory",
            "Read-only file system",
            "File name too long");

    private SystemErrors() {}

    /** The system's text if the failure or one of its causes has it in its message. */
    public static Optional<String> find(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String message = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
            for (String text : KNOWN) {
                if (message.contains(text.toLowerCase(Locale.ROOT))) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    /** The same, or the message of the innermost cause. */
    public static String describe(Throwable failure) {
        return find(failure).orElseGet(() -> {
            Throwable at = failure;
            while (at.getCause() != null) {
                at = at.getCause();
            }
            return String.valueOf(at.getMessage());
        });
    }

    /** That of a failure with a file, told by its type. */
    public static String of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "No such file or directory";
        } else if (failure instanceof AccessDeniedException) {
            return "Permission denied";
        } else if (failure instanceof NotDirectoryException) {
            return "Not a directory";
        } else if (failure instanceof FileAlreadyExistsException) {
            return "File exists";
        } else if (failure instanceof DirectoryNotEmptyException) {
            return "Directory not empty";
        } else if (failure instanceof FileSystemException with && with.getReason() != null) {
            return with.getReason();
        }
        return String.valueOf(failure.getMessage());
    }
}
