package dev.ovsdb.testkit.conversation;

import dev.ovsdb.jsonrpc.transport.Binder;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.util.function.Predicate;

/** Hears what is said on any number of sessions. Called on their loops, several at a time. */
public interface Witness {
    /** How many bytes it wants of each message. */
    int longest();

    /** A client has come. */
    Session begin();

    /** Hears one session, on its loop. */
    interface Session {
        /** The client said this. */
        void client(Heard message);

        /** The server said this. */
        void server(Heard message);

        /** Nothing more is said. */
        void ended();
    }

    /** Listens in the same way as the binder, and hears each client that is met at a place that this is true of. */
    default Binder hear(Binder binder, Predicate<String> places) {
        return (method, options, acceptor) -> places.test(method.toString())
                ? binder.listen(method, options, peer -> acceptor.accepted(heard(peer)))
                : binder.listen(method, options, acceptor);
    }

    private Transport heard(Transport client) {
        Session session = begin();
        MessageEar peer = new MessageEar(longest(), session::client);
        MessageEar own = new MessageEar(longest(), session::server);
        return new HeardTransport(client, peer, own) {
            @Override
            public void start(TransportListener listener) {
                client.start(heard(listener, session::ended));
            }
        };
    }
}
