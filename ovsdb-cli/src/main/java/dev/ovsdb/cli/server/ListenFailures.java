package dev.ovsdb.cli.server;

import java.util.List;

/** Why a socket cannot be listened on, in the system's words. */
final class ListenFailures {
    private static final List<String> KNOWN = List.of(
            "No such file or directory",
            "Permission denied",
            "Address already in use",
            "Cannot assign requested address",
            "Not a directory",
            "Read-only file system",
            "File name too long");

    private ListenFailures() {}

    /** The system's text if one of the causes has it, else the innermost message. */
    static String describe(Throwable failure) {
        String message = "";
        for (Throwable at = failure; at != null; at = at.getCause()) {
            message = String.valueOf(at.getMessage());
            for (String text : KNOWN) {
                if (message.contains(text)) {
                    return text;
                }
            }
        }
        return message;
    }
}
