package dev.ovsdb.benchmarks.crowd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Where the server listens.
 *
 * @param socket path of the Unix socket
 * @param tcp its TCP port on 127.0.0.1
 * @param tls its TLS port there
 * @param probed whether well-behaved sessions come by TCP, where they have to answer probes in time, rather than by Unix socket
 */
record Place(String socket, int tcp, int tls, boolean probed) {
    static Place parse(List<String> words) {
        return new Place(
                words.get(0),
                Integer.parseInt(words.get(1)),
                Integer.parseInt(words.get(2)),
                Boolean.parseBoolean(words.get(3)));
    }

    List<String> words() {
        return List.of(socket, Integer.toString(tcp), Integer.toString(tls), Boolean.toString(probed));
    }

    /** For a well-behaved session. */
    SocketChannel session() throws IOException {
        return probed ? byTcp() : byUnix();
    }

    SocketChannel byUnix() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    SocketChannel byTcp() throws IOException {
        return open(tcp);
    }

    SocketChannel toTls() throws IOException {
        return open(tls);
    }

    /** Closed by a reset: many ends in a row would use up the ports otherwise. */
    private static SocketChannel open(int port) throws IOException {
        SocketAddress address = new InetSocketAddress("127.0.0.1", port);
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        return channel;
    }
}
