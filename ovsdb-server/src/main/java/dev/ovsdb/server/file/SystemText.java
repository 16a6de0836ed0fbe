package dev.ovsdb.server.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The operating system's words for what failed, out of Java's. */
final class SystemText {
    private SystemText() {}

    static String of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "No such file or directory";
        } else if (failure instanceof AccessDeniedException) {
            return "Permission denied";
        } else if (failure instanceof FileAlreadyExistsException) {
            return "File exists";
        } else if (failure instanceof NotDirectoryException) {
            return "Not a directory";
        } else if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = String.valueOf(failure.getMessage());
        return failure instanceof FileNotFoundException ? inParentheses(message) : message;
    }

    /** {@code /path (Permission denied)}: so do the classes of {@code java.io} say it. */
    private static String inParentheses(String message) {
        int from = message.lastIndexOf(" (");
        return from >= 0 && message.endsWith(")") ? message.substring(from + 2, message.length() - 1) : message;
    }
}
