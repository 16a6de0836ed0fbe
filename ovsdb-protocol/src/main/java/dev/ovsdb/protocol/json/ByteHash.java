package dev.ovsdb.protocol.json;

/** A cheap hash of a few bytes: from its length and its first and last eight bytes. */
final class ByteHash {
    private ByteHash() {}

    static int of(byte[] bytes, int from, int to) {
        int length = to - from;
        long hash = length * 0x9E3779B97F4A7C15L;
        if (length >= 8) {
            hash ^= Words.at(bytes, from) * 0xC2B2AE3D27D4EB4FL;
            hash = Long.rotateLeft(hash, 31) ^ Words.at(bytes, to - 8) * 0x9E3779B97F4A7C15L;
        } else {
            hash ^= Words.upTo(bytes, from, length) * 0xC2B2AE3D27D4EB4FL;
        }
        hash ^= hash >>> 32;
        return (int) (hash ^ hash >>> 15);
    }
}
