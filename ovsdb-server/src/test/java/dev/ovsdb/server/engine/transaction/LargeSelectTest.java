package dev.ovsdb.server.engine.transaction;

import static dev.ovsdb.server.engine.transaction.TestDatabase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.jsonrpc.connection.PieceSink;
import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.engine.store.Pin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Selects that leave the lane answer what they would have answered in it. */
class LargeSelectTest {
    private static final String SCHEMA = "{'name':'D','tables':{'T':{'columns':{"
            + "'n':{'type':'integer'},'s':{'type':{'key':'string','min':0,'max':3}},'k':{'type':'integer'}},"
            + "'indexes':[['k']]}}}";
    private static final String ALL = "{'op':'select','table':'T','where':[]}";

    private final TestDatabase inLane = new TestDatabase(SCHEMA, LaneShare.DEFAULT);
    private final TestDatabase leaving = new TestDatabase(SCHEMA, new LaneShare(0, 1));

    LargeSelectTest() {
        for (int i = 0; i < 40; i++) {
            String row = "'n':" + i % 7 + ",'k':" + i + ",'s':['set',['a" + i % 3 + "','b']]";
            String insert = "{'op':'insert','table':'T','row':{" + row + "}}";
            inLane.run(insert);
            leaving.run(insert);
        }
    }

    @AfterEach
    void nothingIsHeld() {
        assertThat(leaving.store.pins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ALL,
                "{'op':'select','table':'T','where':[['n','>',3],['s','includes','a1']]}",
                "{'op':'select','table':'T','where':[['n','==',99]]}",
                "{'op':'select','table':'T','where':[],'columns':['n']}",
                "{'op':'select','table':'T','where':[],'columns':['n','k'],'sort':['n','k']}",
                "{'op':'select','table':'T','where':[],'columns':['s'],'sort':['s']}",
                "{'op':'select','table':'T','where':[],'columns':[]}",
                "{'op':'select','table':'T','where':[['_uuid','!=',['named-uuid','x']]],'columns':['_version','k']}",
                ALL + "," + ALL,
                ALL + ",{'op':'select','table':'T','where':[['k','==',3]]}," + ALL,
                ALL + ",{'op':'abort'}," + ALL,
                ALL + ",{'op':'wait','timeout':0,'table':'T','where':[],'columns':['k'],'until':'==','rows':[]}",
                "{'op':'insert','table':'T','row':{'k':77}}," + ALL,
                "{'op':'delete','table':'T','where':[['n','==',1]]}," + ALL + ",{'op':'comment','comment':'c'}",
                "{'op':'update','table':'T','where':[],'row':{'n':5}}," + ALL
                        + ",{'op':'update','table':'T','where':[],'row':{'n':6}}",
                ALL + ",{'op':'insert','table':'T','row':{'k':3}}"
            })
    void answersTheSame(String operations) {
        TransactResult large = leaving.execute(leaving.request(operations));
        TransactResult small = inLane.execute(inLane.request(operations));

        assertThat(large.isLarge()).isTrue();
        assertThat(small.isLarge()).isFalse();
        assertThat(large.toJson().toString()).isEqualTo(small.toJson().toString());
    }

    @Test
    void isAnsweredAsItWasWhenItsTurnCame() {
        TransactResult before = leaving.execute(leaving.request(ALL));
        leaving.run("{'op':'delete','table':'T','where':[['n','!=',0]]}");
        leaving.run("{'op':'update','table':'T','where':[],'row':{'n':100}}");

        assertThat(before.toJson().toString()).isEqualTo(inLane.run(ALL));
    }

    @Test
    void comesInPieces() {
        Pieces pieces = Pieces.allOf(leaving.execute(leaving.request(ALL)).body(Runnable::run));

        assertThat(pieces.texts).hasSizeGreaterThan(40);
        assertThat(String.join("", pieces.texts)).isEqualTo(inLane.run(ALL));
    }

    @Test
    void holdsItsVersionUntilTheRowsAreWrittenAndShowsThatItGoesOn() {
        TransactResult result = leaving.execute(leaving.request(ALL));
        BodySource body = result.body(Runnable::run);
        Pieces pieces = new Pieces();
        body.next(pieces);
        Pin held = leaving.store.pins().get(0);
        long found = held.progress();
        body.next(pieces);
        assertThat(held.progress()).isGreaterThan(found);

        while (!pieces.ended) {
            body.next(pieces);
        }
        assertThat(leaving.store.pins()).isEmpty();
        body.close();
    }

    @Test
    void letsItsVersionGoWhenNobodyWantsIt() {
        leaving.execute(leaving.request(ALL)).abandon();
        leaving.execute(leaving.request(ALL, ALL)).body(Runnable::run).close();
        leaving.block(ALL, "{'op':'wait','table':'T','where':[],'columns':['k'],'until':'==','rows':[]}");
    }

    @Test
    void mayStillFailAtItsCommit() {
        String operations = "{'op':'update','table':'T','where':[],'row':{'n':5}}," + ALL;
        OperationError full = OperationError.of(ErrorTag.IO_ERROR, "disk full");

        String failed = leaving.execute(leaving.request(operations))
                .withCommitError(full)
                .toJson()
                .toString();

        assertThat(failed).startsWith(json("[{'count':40},{'rows':[{")).endsWith(json("'error':'I/O error'}]"));
    }

    /** Takes pieces. */
    private static final class Pieces implements PieceSink {
        private final List<String> texts = new ArrayList<>();
        private boolean ended;

        static Pieces allOf(BodySource source) {
            Pieces pieces = new Pieces();
            for (int asked = 0; !pieces.ended; asked++) {
                assertThat(pieces.texts).hasSize(asked);
                source.next(pieces);
            }
            source.close();
            return pieces;
        }

        @Override
        public void piece(List<ByteBuffer> bytes) {
            StringBuilder text = new StringBuilder();
            bytes.forEach(buffer -> text.append(StandardCharsets.UTF_8.decode(buffer)));
            texts.add(text.toString());
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public void fail(Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
