package dev.ovsdb.jsonrpc.reconnect;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.time.IdSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The endpoints of one service, and which is next. Confined to its owner.
 *
 * <p>They are tried in turn, round and round. Shuffled at first, so that many clients of a cluster spread over its members.
 */
public final class EndpointList {
    private final List<ConnectionMethod.Active> endpoints;
    private int next;

    private EndpointList(List<ConnectionMethod.Active> endpoints) {
        if (endpoints.isEmpty()) throw new IllegalArgumentException("at least one endpoint is needed");
        this.endpoints = endpoints;
    }

    /** In the order given; an endpoint that is given twice counts once. */
    public static EndpointList inOrder(Collection<? extends ConnectionMethod.Active> endpoints) {
        return new EndpointList(new ArrayList<>(new LinkedHashSet<>(endpoints)));
    }

    /** In an order that the source draws. */
    public static EndpointList shuffled(Collection<? extends ConnectionMethod.Active> endpoints, IdSource random) {
        EndpointList list = inOrder(endpoints);
        for (int i = list.endpoints.size() - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(random.nextLong(), i + 1);
            ConnectionMethod.Active moved = list.endpoints.set(j, list.endpoints.get(i));
            list.endpoints.set(i, moved);
        }
        return list;
    }

    /** The endpoint to try now. The one after it will be next. */
    public ConnectionMethod.Active next() {
        ConnectionMethod.Active endpoint = endpoints.get(next);
        next = (next + 1) % endpoints.size();
        return endpoint;
    }

    /** The endpoint will be next, if it is one of these. */
    public void prefer(ConnectionMethod.Active endpoint) {
        int index = endpoints.indexOf(endpoint);
        if (index >= 0) next = index;
    }

    /** Whether the endpoint to try now is the first: a whole round has failed, or none was tried. */
    public boolean atStartOfRound() {
        return next == 0;
    }

    public int size() {
        return endpoints.size();
    }

    /** All of them in the order in which they are tried. */
    public List<ConnectionMethod.Active> all() {
        return List.copyOf(endpoints);
    }

    @Override
    public String toString() {
        return String.join(",", endpoints.stream().map(Object::toString).toList());
    }
}
