package dev.ovsdb.conformance;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.Handler;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.engine.DatabaseHandlerBuilder;
import java.util.function.UnaryOperator;

/** Servers with the kit's databases, in this process. */
final class Kit {
    private Kit() {}

    /** Our engine. */
    static OvsdbServer engine() {
        return serve(handler());
    }

    static DatabaseHandler handler() {
        DatabaseHandlerBuilder builder = DatabaseHandler.builder();
        for (String database : Conformance.databases()) {
            builder.database(DatabaseSchema.parse(Conformance.schema(database)));
        }
        return builder.build();
    }

    static OvsdbServer serve(Handler handler) {
        return OvsdbServer.builder().handler(handler).listen("ptcp:0:127.0.0.1").startBlocking();
    }

    static String remote(OvsdbServer server) {
        return server.methods().get(0).toString().replaceFirst("ptcp:(\\d+):(.*)", "tcp:$2:$1");
    }

    /** Judges a handler, alone. */
    static Judgement judge(Handler handler, UnaryOperator<Conformance.Builder> settings) {
        try (OvsdbServer server = serve(handler)) {
            return settings.apply(Conformance.builder().server("it", remote(server)))
                    .run()
                    .of("it");
        }
    }
}
