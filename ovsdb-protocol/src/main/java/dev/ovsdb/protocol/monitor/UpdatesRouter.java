package dev.ovsdb.protocol.monitor;

import org.jspecify.annotations.Nullable;

/** Decides what becomes of a message with updates when its header is known: a connection may carry many monitors. */
@FunctionalInterface
public interface UpdatesRouter {
    /**
     * Called once, before the first row.
     *
     * @return null to go past the updates
     */
    @Nullable
    UpdatesRoute route(UpdatesHeader header);
}
