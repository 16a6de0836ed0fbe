package dev.ovsdb.idl.transaction;

import dev.ovsdb.jsonrpc.ConnectionClosedException;
import dev.ovsdb.jsonrpc.OutboundLimitException;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.protocol.operation.Abort;
import dev.ovsdb.protocol.operation.Assert;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.operation.Wait;
import dev.ovsdb.protocol.rpc.RpcError;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What an answer, or the lack of one, means for a transaction. */
final class Verdict {
    private Verdict() {}

    /** How the transaction ended; null if what it had read is not so any more. */
    static @Nullable Ending of(Request request, TransactionOutcome outcome, int attempts) {
        OperationError error = outcome.firstError().orElse(null);
        if (error == null) {
            return request.success(attempts, outcome);
        }
        int index = outcome.commitError().isPresent() ? -1 : outcome.results().indexOf(error);
        Operation operation = index < 0 || index >= request.operations().size()
                ? null
                : request.operations().get(index);
        if (operation instanceof Wait && error.tag() == ErrorTag.TIMED_OUT) {
            return null;
        }
        if (operation instanceof Assert asserted && error.tag() == ErrorTag.NOT_OWNER) {
            return new Ending.NotLocked(asserted.lock());
        }
        if (operation instanceof Abort && error.tag() == ErrorTag.ABORTED) {
            return new Ending.Aborted(true);
        }
        return Culprit.of(request, operation, error);
    }

    static Ending of(Throwable failure, int attempts) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RemoteErrorException remote) {
            return new Ending.Failed(error(remote), null, null, null);
        }
        return wasSent(cause) ? new Ending.Unknown(cause) : new Ending.TryAgain(attempts, cause);
    }

    private static OperationError error(RemoteErrorException remote) {
        return RpcError.parse(remote.error().toString().getBytes(StandardCharsets.UTF_8))
                .error();
    }

    private static boolean wasSent(Throwable failure) {
        if (failure instanceof ConnectionClosedException closed) {
            return closed.requestWritten();
        }
        if (failure instanceof RequestTimeoutException late) {
            return late.requestWritten();
        }
        return !(failure instanceof OutboundLimitException);
    }
}
