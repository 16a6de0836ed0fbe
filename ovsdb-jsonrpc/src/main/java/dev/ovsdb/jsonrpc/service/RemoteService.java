package dev.ovsdb.jsonrpc.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import java.lang.reflect.Proxy;
import java.time.Duration;

/**
 * Calls a peer by the methods of an interface.
 *
 * <pre>{@code
 * interface Calculator {
 *     CompletableFuture<Long> sum(long... numbers);
 *
 *     @JsonRpcMethod(value = "log", notification = true)
 *     void tell(String line);
 * }
 *
 * Calculator calculator = RemoteService.of(connection).as(Calculator.class);
 * }</pre>
 *
 * <p>A method that returns a {@link java.util.concurrent.CompletableFuture} calls and returns at once; any other waits for
 * the result, which is refused on every event loop of its transports. Failures are those of {@link JsonRpcConnection#call};
 * an argument that JSON cannot hold is an {@link IllegalArgumentException} at once, a result that does not fit the method's
 * type an {@link IllegalStateException}. The annotation is only needed to give
 * another name, or to notify.
 */
public final class RemoteService {
    private final JsonRpcConnection connection;
    private final Duration timeout;
    private final ObjectMapper mapper;

    private RemoteService(JsonRpcConnection connection, Duration timeout, ObjectMapper mapper) {
        this.connection = connection;
        this.timeout = timeout;
        this.mapper = mapper;
    }

    /** The methods of the peer, each with a time-out of 30 seconds. */
    public static RemoteService of(JsonRpcConnection connection) {
        return new RemoteService(connection, Duration.ofSeconds(30), new ObjectMapper());
    }

    /** The same with another time-out for each call; zero means none. */
    public RemoteService withTimeout(Duration newTimeout) {
        return new RemoteService(connection, newTimeout, mapper);
    }

    /** The same with another mapper of parameters and results, which is copied. */
    public RemoteService withMapper(ObjectMapper newMapper) {
        return new RemoteService(connection, timeout, newMapper);
    }

    /**
     * An instance of the interface whose methods call the peer.
     *
     * @throws IllegalArgumentException if it is no interface, two of its methods have one name on the wire, or a
     *     notification returns something
     */
    public <T> T as(Class<T> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is no interface");
        }
        var handler = new RemoteInvocations(type, connection, timeout, new JsonMapping(mapper));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
