package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * {@code set_db_change_aware}: whether this session copes with databases that come, go or change their schema (Open vSwitch).
 * Others are disconnected then, and get no answer to transactions that are cancelled.
 */
public final class SetDbChangeAware {
    public static final String METHOD = "set_db_change_aware";

    private SetDbChangeAware() {}

    public static List<ByteBuffer> params(boolean aware) {
        return Params.of(writer -> writer.value(aware));
    }

    public static ResultReader<Void> result() {
        return Params.emptyObject(METHOD);
    }
}
