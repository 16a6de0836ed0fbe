package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.SystemErrors;
import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;

/** The system's texts for what went wrong with a connection, which the reference puts behind its messages. */
final class Errno {
    static final String END_OF_FILE = "End of file";
    static final String NO_ADDRESS_FAMILY = "Address family not supported by protocol";
    static final String NO_PROTOCOL = "Protocol not available";

    private static final String PROTOCOL = "Protocol error";

    private Errno() {}

    /** Why no connection came about. */
    static String ofConnect(Throwable failure) {
        return SystemErrors.find(failure).orElseGet(() -> ofOtherConnect(failure));
    }

    private static String ofOtherConnect(Throwable failure) {
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
        boolean hungUp = cause instanceof ConnectionClosedException && cause.getCause() == null;
        return hungUp ? END_OF_FILE : SystemErrors.find(cause).orElse(END_OF_FILE);
    }
}
