package dev.ovsdb.jsonrpc.framing;

/**
 * What a framer accepts.
 *
 * @param maxMessageBytes bytes of one message that may have to be kept until it is complete, its streamed body not counted
 * @param maxStreamedBytes bytes of one body that is handed on as it arrives
 * @param maxNesting objects and arrays inside each other, the message itself included
 * @param checkUtf8 whether text that is not UTF-8 is malformed. Without it such bytes pass to whoever reads the body, as
 *     the reference server wants it, which answers them with a constraint violation
 */
public record FramingLimits(long maxMessageBytes, long maxStreamedBytes, int maxNesting, boolean checkUtf8) {
    /** 256 MiB kept, streams without a limit, 1000 levels as the reference has, UTF-8 checked. */
    public static final FramingLimits DEFAULT = new FramingLimits(256L << 20, Long.MAX_VALUE, 1000, true);

    /** @throws IllegalArgumentException if a limit is not positive */
    public FramingLimits {
        if (maxMessageBytes <= 0 || maxStreamedBytes <= 0 || maxNesting <= 0) {
            throw new IllegalArgumentException("limits must be positive: " + maxMessageBytes + " message bytes, "
                    + maxStreamedBytes + " streamed bytes, " + maxNesting + " levels");
        }
    }

    /** These limits with another of kept bytes. */
    public FramingLimits withMaxMessageBytes(long bytes) {
        return new FramingLimits(bytes, maxStreamedBytes, maxNesting, checkUtf8);
    }

    /** These limits with another of streamed bytes. */
    public FramingLimits withMaxStreamedBytes(long bytes) {
        return new FramingLimits(maxMessageBytes, bytes, maxNesting, checkUtf8);
    }

    /** These limits with another of nesting. */
    public FramingLimits withMaxNesting(int levels) {
        return new FramingLimits(maxMessageBytes, maxStreamedBytes, levels, checkUtf8);
    }

    /** These limits with or without the check of UTF-8. */
    public FramingLimits withCheckUtf8(boolean check) {
        return new FramingLimits(maxMessageBytes, maxStreamedBytes, maxNesting, check);
    }
}
