package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.ConnectFailedException.Kind;
import dev.ovsdb.jsonrpc.tls.TlsFailures;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says of what kind a failure to connect or listen is. */
final class ConnectFailures {
    private ConnectFailures() {}

    static ConnectFailedException of(Object method, Throwable cause) {
        if (cause instanceof ConnectFailedException known) return known;
        Kind kind = kind(cause);
        return new ConnectFailedException(kind, method + ": " + describe(kind, cause), cause);
    }

    static ConnectFailedException timeout(Object method, String what) {
        return new ConnectFailedException(Kind.TIMEOUT, method + ": " + what, null);
    }

    static ConnectFailedException closed(Object method, @Nullable Throwable cause) {
        return new ConnectFailedException(Kind.OTHER, method + ": the transports were closed", cause);
    }

    private static Kind kind(Throwable cause) {
        if (TlsFailures.isTrustFailure(cause)) return Kind.UNTRUSTED;
        if (cause instanceof ConnectTimeoutException || cause instanceof SslHandshakeTimeoutException)
            return Kind.TIMEOUT;
        if (cause instanceof UnknownHostException) return Kind.NAME_NOT_FOUND;
        if (cause instanceof NoRouteToHostException || cause instanceof FileNotFoundException) return Kind.UNREACHABLE;
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no such file") || message.contains("unreachable")) return Kind.UNREACHABLE;
        if (cause instanceof ConnectException || cause instanceof SocketException) {
            if (message.contains("refused")) return Kind.REFUSED;
            if (message.contains("timed out")) return Kind.TIMEOUT;
        }
        return Kind.OTHER;
    }

    private static String describe(Kind kind, Throwable cause) {
        Throwable root = cause;
        while (kind == Kind.UNTRUSTED && root.getCause() != null) root = root.getCause();
        return switch (kind) {
            case REFUSED -> "connection refused";
            case NAME_NOT_FOUND -> "the host name has no address";
            case UNTRUSTED -> "not trusted: " + Failures.brief(root);
            case UNREACHABLE, TIMEOUT, OTHER -> describeOther(root);
        };
    }

    private static String describeOther(Throwable cause) {
        if (cause instanceof FileNotFoundException) return "no such file or directory";
        if (cause instanceof ClosedChannelException) return "the connection was closed";
        return Failures.brief(cause);
    }
}
