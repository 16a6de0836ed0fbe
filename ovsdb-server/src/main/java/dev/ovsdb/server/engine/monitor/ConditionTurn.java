package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The point at which a monitor's conditions and id change: what came before is still sent by the old ones.
 *
 * @param id the id from here on
 * @param subscription what is wanted from here on
 * @param before what was wanted so far
 * @param oldId the id so far
 * @param update the rows that enter and leave by the change itself, from behind the id on; null if there are none
 */
record ConditionTurn(
        Point at,
        JsonValue id,
        Subscription subscription,
        JsonValue oldId,
        Subscription before,
        @Nullable JsonBytes update) {}
