package dev.ovsdb.jsonrpc.netty;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.util.OptionalInt;

/** The settings of every channel. */
final class ChannelOptions {
    /** Two chunks of {@link OutboundBytes} are in the channel at most, and it asks for more when it has less than one. */
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(32 * 1024, 128 * 1024);

    /** A large download comes in pieces of up to so many bytes, a system call each. */
    private static final int MAX_READ = 256 * 1024;

    private ChannelOptions() {}

    /** A bootstrap's {@code option} or {@code childOption}. */
    interface Setter {
        <T> Object set(ChannelOption<T> option, T value);
    }

    static void common(Setter setter) {
        setter.set(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK);
        setter.set(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(512, 4096, MAX_READ));
    }

    static void tcp(Setter setter, OptionalInt dscp) {
        setter.set(ChannelOption.TCP_NODELAY, true);
        setter.set(ChannelOption.SO_KEEPALIVE, true);
        dscp.ifPresent(codePoint -> setter.set(ChannelOption.IP_TOS, codePoint << 2));
    }
}
