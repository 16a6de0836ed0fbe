package dev.ovsdb.server.engine.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import org.junit.jupiter.api.Test;

class TransactResultTest {
    private static final OperationError FULL = OperationError.of(ErrorTag.IO_ERROR, "disk full");

    private final TestDatabase database = SmallSchema.database();

    @Test
    void takesAnErrorOfTheStorageAsOneMoreElement() {
        TransactResult result = database.execute(database.request("{'op':'insert','table':'Log','row':{}}"));
        assertThat(result.version()).isNotNull();
        TransactResult failed = result.withCommitError(FULL);
        assertThat(failed.toJson().toString())
                .startsWith("[{\"uuid\":")
                .endsWith(",{\"details\":\"disk full\",\"error\":\"I/O error\"}]");
        assertThat(failed.toJson().toValue()).isNotNull();
        assertThat(failed.version()).isNull();
        assertThat(failed.error()).isEqualTo(FULL);
        assertThat(result.toJson().toString()).endsWith("}]").doesNotContain("disk");
    }

    @Test
    void takesAnErrorWhereThereWasNoOperation() {
        TransactResult failed = database.execute(database.parse("[\"Small\"]")).withCommitError(FULL);
        assertThat(failed.toJson().toValue().toString())
                .isEqualTo("[{\"details\":\"disk full\",\"error\":\"I/O error\"}]");
    }

    @Test
    void tellsTheLogWhatTheTransactionSaysOfItself() {
        TransactResult result = database.execute(database.request(
                "{'op':'comment','comment':'one'}",
                "{'op':'comment','comment':'two'}",
                "{'op':'commit','durable':true}",
                "{'op':'insert','table':'Log','row':{}}"));
        assertThat(result.comment()).isEqualTo("one\ntwo");
        assertThat(result.durable()).isTrue();
        assertThat(result.error()).isNull();
    }

    @Test
    void hasNoVersionIfNothingChanged() {
        TransactResult result = database.execute(database.request("{'op':'delete','table':'Log','where':[]}"));
        assertThat(result.version()).isNull();
        assertThat(result.comment()).isNull();
        assertThat(result.durable()).isFalse();
    }

    @Test
    void hasTheErrorOfTheCommit() {
        String insert = "{'op':'insert','table':'Port','row':{'name':'same'}}";
        TransactResult result = database.execute(database.request(insert, insert));
        assertThat(result.error()).isNotNull().extracting(OperationError::tag).isEqualTo(ErrorTag.CONSTRAINT_VIOLATION);
        assertThat(result.version()).isNull();
    }
}
