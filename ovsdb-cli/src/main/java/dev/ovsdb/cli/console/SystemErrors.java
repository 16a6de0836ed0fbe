package dev.ovsdb.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The system's texts for what went wrong with a file, which the reference puts behind its messages. */
public final class SystemErrors {
    private SystemErrors() {}

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
