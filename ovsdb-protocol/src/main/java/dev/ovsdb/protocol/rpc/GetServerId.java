package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/** {@code get_server_id}: the UUID that a server process gave itself (Open vSwitch; it changes with each start). */
public final class GetServerId {
    public static final String METHOD = "get_server_id";

    private GetServerId() {}

    /** An empty array; null, as the manual has it, is refused by servers. */
    public static List<ByteBuffer> params() {
        return Params.none();
    }

    public static ResultReader<UUID> result() {
        return new BufferedReader<>(METHOD, "a UUID as a string", reader -> reader.nextUuid());
    }
}
