package dev.ovsdb.protocol.rpc;

/** {@code {"locked": <boolean>}}. */
final class LockResult {
    private LockResult() {}

    static ResultReader<Boolean> reader(String method) {
        return new BufferedReader<>(method, "{\"locked\": <boolean>}", reader -> {
            reader.beginObject();
            if (!reader.nextName().equals("locked")) {
                throw reader.expected("the member locked, not " + reader.lastString() + " with this");
            }
            boolean locked = reader.nextBoolean();
            reader.endObject();
            return locked;
        });
    }
}
