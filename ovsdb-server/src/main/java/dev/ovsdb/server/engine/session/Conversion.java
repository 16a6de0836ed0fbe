package dev.ovsdb.server.engine.session;

import dev.ovsdb.protocol.operation.ErrorTag;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.conversion.Conversion.ConversionException;
import dev.ovsdb.server.engine.database.DatabaseInstance;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.StorageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database gets another schema, while all else goes on. Whatever concerns the database waits.
 *
 * <pre>
 *   frozen --&gt; all published --&gt; (readers) rows converted --&gt; (storage) rewritten --&gt; replaced --&gt; thawed
 *                                   `--(they do not agree)--------`--(failed)--&gt; refused --&gt; thawed
 * </pre>
 */
final class Conversion {
    private static final Logger LOG = LoggerFactory.getLogger(Conversion.class);

    private final ConvertCall call;
    private final EngineParts engine;
    private final ServedDatabase database;
    private final DatabaseSchema schema;

    Conversion(ConvertCall call, ServedDatabase database, DatabaseSchema schema) {
        this.call = call;
        this.engine = call.session.engine();
        this.database = database;
        this.schema = schema;
    }

    void begin() {
        database.freeze();
        call.session.setConverting(database);
        database.whenPublished(() -> {
            Contents contents = database.publishedContents();
            engine.readers().execute(() -> convert(contents));
        });
    }

    /** By a reader: this may take long. */
    private void convert(Contents contents) {
        try (contents) {
            DatabaseStore store = dev.ovsdb.server.engine.conversion.Conversion.convert(
                    contents, schema, engine.ids(), engine.clock());
            engine.lane().execute(() -> store(engine.opening().instance(store)));
        } catch (ConversionException e) {
            engine.lane().execute(() -> fail(e.error()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{}: conversion failed", database.name(), e);
            engine.lane().execute(() -> fail(OperationError.of(ErrorTag.INTERNAL_ERROR, "see the server's log")));
        }
    }

    private void store(DatabaseInstance converted) {
        database.storage()
                .replace(database.convertedContents(converted), "converted by ovsdb-server")
                .whenComplete((done, failure) -> stored(converted, failure));
    }

    private void stored(DatabaseInstance converted, @Nullable Throwable failure) {
        if (failure == null) {
            replace(converted);
        } else {
            fail(error(failure));
        }
    }

    private static OperationError error(Throwable failure) {
        return failure instanceof StorageException cause
                ? cause.toOperationError()
                : OperationError.of(ErrorTag.INTERNAL_ERROR, String.valueOf(failure.getMessage()));
    }

    private void fail(OperationError error) {
        call.refuse(error);
        thaw();
    }

    /** In the reference's order: monitors, the reply, disconnections, blocked transactions (E42). */
    private void replace(DatabaseInstance converted) {
        LOG.info("{}: converted to schema version {}", database.name(), versionOf(converted.schema()));
        engine.sessions().all().forEach(session -> session.monitors().cancel(database));
        database.replace(converted);
        call.succeed();
        engine.sessions().disconnectUnaware("committed " + database.name() + " database schema conversion");
        database.blocked().cancelAll();
        engine.announcements().changed(database);
        thaw();
    }

    private void thaw() {
        call.session.setConverting(null);
        database.thaw();
    }

    private static String versionOf(DatabaseSchema schema) {
        return schema.version().map(Object::toString).orElse("(none)");
    }
}
