package dev.ovsdb.cli.client;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The system's texts for what went wrong with a connection, which the reference puts behind its messages. */
final class Errno {
    static final String END_OF_FILE = "End of file";
    static final String NO_ADDRESS_FAMILY = "Address family not supported by protocol";
    static final String NO_PROTOCOL = "Protocol not available";

    private static final String PROTOCOL = "Protocol error";
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
            "Is a directory");

    private Errno() {}

    /** Why no connection came about. */
    static String ofConnect(Throwable failure) {
        String known = known(failure);
        if (known != null) {
            return known;
        }
        if (failure instanceof UnresolvedAddressException) {
            return NO_ADDRESS_FAMILY;
        }
        if (failure instanceof ConnectFailedException failed) {
            return switch (failed.kind()) {
                case REFUSED -> "Connection refused";
                case UNREACHABLE -> "No route to host";
                case TIMEOUT -> "Connection timed out";
                case UNTRUSTED -> PROTOCOL;
                case NAME_NOT_FOUND -> NO_ADDRESS_FAMILY;
                case OTHER -> String.valueOf(failed.getMessage());
            };
        }
        return String.valueOf(failure.getMessage());
    }

    /** Why a connection ended. */
    static String ofEnd(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof MalformedMessageException) {
                return PROTOCOL;
            }
        }
        String known = known(cause);
        boolean hungUp = cause instanceof ConnectionClosedException && cause.getCause() == null;
        return known == null || hungUp ? END_OF_FILE : known;
    }

    private static @Nullable String known(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String message = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
            for (String text : KNOWN) {
                if (message.contains(text.toLowerCase(Locale.ROOT))) {
                    return text;
                }
            }
        }
        return null;
    }
}
