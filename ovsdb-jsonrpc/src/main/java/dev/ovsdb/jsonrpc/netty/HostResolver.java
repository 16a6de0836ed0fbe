package dev.ovsdb.jsonrpc.netty;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name. May block: it is never called on an event loop. */
@FunctionalInterface
public interface HostResolver {
    /**
     * @return at least one address, in the order in which they are tried
     * @throws UnknownHostException if there is none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The system's resolver. The JVM caches what it says; see {@code networkaddress.cache.ttl}. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
