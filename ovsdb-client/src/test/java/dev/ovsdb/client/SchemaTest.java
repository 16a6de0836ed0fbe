package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.schema.SchemaCache;
import dev.ovsdb.client.schema.SchemaKey;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.testing.ManualClock;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final DatabaseSchema SCHEMA = DatabaseSchema.parse(Scene.SCHEMA.replace('\'', '"'));

    @Nested
    class OfASession {
        private final Scene scene = new Scene();
        private final ScriptedPeer peer = scene.server();
        private final OvsdbClient client = scene.start();

        @AfterEach
        void nothingIsLeft() {
            scene.close();
        }

        @Test
        void isAskedForOnceWhileItIsCurrent() {
            assertThat(scene.get(client.schema("db"))).isSameAs(scene.get(client.schema("db")));
            assertThat(Scene.methods(peer)).containsExactly("monitor", "get_schema");
        }

        @Test
        void callsAtTheSameTimeShareOneRequest() {
            client.schema("db");
            client.schema("db").cancel(false);

            assertThat(scene.get(client.schema("db"))).isEqualTo(SCHEMA);
            assertThat(peer.received("get_schema")).hasSize(1);
        }

        @Test
        void isAskedForAnewAfterAConversionByAnybody_E42() {
            scene.get(client.schema("db"));

            peer.notify("monitor_canceled", "[['schema','db']]");
            scene.loop.run();
            scene.get(client.schema("db"));

            assertThat(Scene.methods(peer)).containsExactly("monitor", "get_schema", "monitor", "get_schema");
        }

        @Test
        void isAskedForAnewAfterAnOwnConversion() {
            peer.on("convert").reply("{}");
            scene.get(client.schema("db"));

            scene.get(client.convert("db", SCHEMA));
            scene.get(client.schema("db"));

            assertThat(peer.received("get_schema")).hasSize(2);
        }

        @Test
        void isAskedForAnewAfterAReconnect() {
            scene.get(client.schema("db"));
            ScriptedPeer next = scene.server();

            peer.reset();
            scene.loop.advance(Duration.ofSeconds(2));
            scene.get(client.schema("db"));

            assertThat(next.received("get_schema")).hasSize(1);
        }

        @Test
        void isAskedForEachTimeIfNobodyWouldTellOfAConversion() {
            ScriptedPeer deaf = new ScriptedPeer(scene.loop);
            deaf.on("set_db_change_aware").reply("{}");
            deaf.on("get_schema").reply(Scene.SCHEMA);
            OvsdbClient other = scene.tracked(OvsdbClient.builder().on(deaf.transport()));

            scene.get(other.schema("db"));
            scene.get(other.schema("db"));

            assertThat(deaf.received("get_schema")).hasSize(2);
        }

        @Test
        void anErrorIsNotRemembered() {
            ScriptedPeer late = new ScriptedPeer(scene.loop);
            late.on("get_schema").replyError("'database not available'");
            late.on("get_schema").reply(Scene.SCHEMA);
            OvsdbClient other = scene.tracked(OvsdbClient.builder().on(late.transport()));

            assertThat(scene.failure(other.schema("db"))).isInstanceOf(RemoteErrorException.class);
            assertThat(scene.get(other.schema("db"))).isEqualTo(SCHEMA);
        }

        @Test
        void isSharedWithOtherSessionsOfTheServerWhileOneWatches() {
            SchemaCache cache = SchemaCache.create();
            ScriptedPeer one = scene.server();
            OvsdbClient first = scene.start(scene.builder().schemaCache(cache));
            scene.get(first.schema("db"));
            ScriptedPeer two = scene.server();
            OvsdbClient second = scene.start(scene.builder().schemaCache(cache));

            assertThat(scene.get(second.schema("db"))).isSameAs(scene.get(first.schema("db")));
            assertThat(one.received("get_schema")).hasSize(1);
            assertThat(two.received("get_schema")).isEmpty();
            assertThat(two.received("monitor")).hasSize(1);
        }
    }

    @Nested
    class InTheCache {
        private final ManualClock clock = new ManualClock();
        private final SchemaCache cache = SchemaCache.create(10, Duration.ofMinutes(1), clock);
        private final SchemaKey key = new SchemaKey("tcp:192.0.2.1:6640", "id", "db");

        @Test
        void isKeptWhileSomebodyWatches() {
            cache.put(key, SCHEMA);
            assertThat(cache.get(key)).isEmpty();

            cache.watch(key);
            cache.watch(key);
            cache.put(key, SCHEMA);
            cache.unwatch(key);
            assertThat(cache.get(key)).hasValue(SCHEMA);
            cache.unwatch(key);
            assertThat(cache.get(key)).isEmpty();
        }

        @Test
        void goesWhenUnusedByTheInjectedClock() {
            cache.watch(key);
            cache.put(key, SCHEMA);

            clock.advance(Duration.ofMinutes(2));

            assertThat(cache.get(key)).isEmpty();
            assertThat(cache.size()).isZero();
        }

        @Test
        void theLeastLatelyUsedGoAboveTheLimit() {
            for (int i = 0; i < 10; i++) {
                cache.watch(numbered(i));
                cache.put(numbered(i), SCHEMA);
            }
            assertThat(cache.get(numbered(0))).hasValue(SCHEMA);
            cache.watch(key);
            cache.put(key, SCHEMA);

            assertThat(cache.size()).isEqualTo(10);
            assertThat(cache.get(numbered(0))).hasValue(SCHEMA);
            assertThat(cache.get(numbered(1))).isEmpty();
            assertThat(cache.get(key)).hasValue(SCHEMA);
        }

        private SchemaKey numbered(int number) {
            return new SchemaKey("tcp:192.0.2.3:6640", "id", "db" + number);
        }

        @Test
        void serversAreToldApartByAddressAndById() {
            cache.watch(key);
            cache.put(key, SCHEMA);

            assertThat(cache.get(new SchemaKey("tcp:192.0.2.2:6640", "id", "db")))
                    .isEmpty();
            assertThat(cache.get(new SchemaKey("tcp:192.0.2.1:6640", "other", "db")))
                    .isEmpty();
        }

        @Test
        void equalSchemasAreOneObject() {
            DatabaseSchema again = DatabaseSchema.parse(Scene.SCHEMA.replace('\'', '"'));

            assertThat(cache.put(key, SCHEMA)).isSameAs(cache.put(new SchemaKey("other", "id", "db"), again));
        }
    }
}
