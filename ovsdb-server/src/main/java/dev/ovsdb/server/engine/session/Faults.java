package dev.ovsdb.server.engine.session;

import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults of ours: they cost the one call that met them its result, and nobody anything else. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static void internalError(Call call, Throwable fault) {
        LOG.error(
                "{} of {} failed", call.request.method(), call.session.client().address(), fault);
        call.refuse(Errors.of(OperationError.of(ErrorTag.INTERNAL_ERROR, "see the server's log")));
    }
}
