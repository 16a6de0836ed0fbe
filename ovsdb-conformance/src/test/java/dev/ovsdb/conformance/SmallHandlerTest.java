package dev.ovsdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.Handler;
import dev.ovsdb.server.HandlerSession;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.ServerConnection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A handler that offers a part, judged by that part. */
class SmallHandlerTest {
    private static final DatabaseSchema POND = DatabaseSchema.parse(
            "{\"name\":\"Pond\",\"version\":\"1.0.0\",\"tables\":{\"Fish\":{\"columns\":{\"name\":{\"type\":\"string\"}}}}}");

    @Test
    void passesWhatItDeclares() {
        Judgement judgement = Kit.judge(
                new Schemas(), kit -> kit.features(Feature.ECHO, Feature.LIST_DBS, Feature.FRAMING, Feature.IDS));
        assertThat(judgement.passed()).isTrue();
        assertThat(judgement.with(Outcome.PASSED)).hasSizeGreaterThan(5);
    }

    @Test
    void isNotHeldToExtensionsThatItDoesNotOffer() {
        Judgement judgement = Kit.judge(new Schemas(), kit -> kit.features(Feature.SERVER_ID, Feature.ERRORS));
        assertThat(judgement.result("E04-get-server-id-takes-empty-params"))
                .hasValueSatisfying(result -> {
                    assertThat(result.outcome()).isEqualTo(Outcome.NOT_OFFERED);
                    assertThat(result.message()).isEqualTo("the server does not offer get_server_id");
                });
        assertThat(judgement.result("E41-unknown-notifications-are-ignored"))
                .hasValueSatisfying(result ->
                        assertThat(result.message()).isEqualTo("the server offers nothing beyond RFC 7047"));
    }

    @Test
    void isHeldToThemWhereTheProfileIsChosen() {
        Judgement judgement = Kit.judge(
                new Schemas(), kit -> kit.profile(Profile.OVS).cases("E41-unknown-notifications-are-ignored"));
        assertThat(judgement.with(Outcome.PASSED)).hasSize(1);
    }

    @Test
    void isToldWhatTheCasesOfTheKitsDatabasesTake() {
        Judgement judgement = Kit.judge(new Schemas(), kit -> kit.features(Feature.TRANSACT));
        assertThat(judgement.with(Outcome.NOT_RUN))
                .isNotEmpty()
                .allSatisfy(
                        result -> assertThat(result.message()).isEqualTo("needs the kit's database Conformance"));
    }

    @Test
    void failsWhatTheRfcAsksOfEveryServer() {
        Judgement judgement = Kit.judge(new Schemas(), kit -> kit.cases("rfc-4.1.3-no-operations-no-results"));
        assertThat(judgement.with(Outcome.FAILED))
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("\"unknown method\""));
    }

    @Test
    void aDatabaseThatItDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Kit.judge(new Schemas(), kit -> kit.database("Lake")))
                .isInstanceOf(ConformanceException.class)
                .hasMessageEndingWith("has no database Lake");
    }

    @Test
    void aCaseThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> Kit.judge(new Schemas(), kit -> kit.cases("E99")))
                .isInstanceOf(ConformanceException.class)
                .hasMessage("there is no case E99");
    }

    @Test
    void nobodyThereIsRefused() {
        OvsdbServer server = Kit.serve(new Schemas());
        String remote = Kit.remote(server);
        server.close();
        assertThatThrownBy(() -> Conformance.builder().server("gone", remote).run())
                .isInstanceOf(ConformanceException.class)
                .hasMessageStartingWith("cannot connect to " + remote);
    }

    /** Answers list_dbs and get_schema from its schema, and nothing else. */
    private static final class Schemas implements Handler {
        @Override
        public HandlerSession connect(ServerConnection connection) {
            return new HandlerSession() {};
        }

        @Override
        public List<DatabaseSchema> schemas() {
            return List.of(POND);
        }
    }
}
