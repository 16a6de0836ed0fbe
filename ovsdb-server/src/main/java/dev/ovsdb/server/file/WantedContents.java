package dev.ovsdb.server.file;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.RowSink;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Contents that stop coming when nobody wants them any more. */
record WantedContents(Contents contents, BooleanSupplier unwanted) implements Contents {
    private static final int ROWS = 256; // Between two looks.

    @Override
    public DatabaseSchema schema() {
        return contents.schema();
    }

    @Override
    public long version() {
        return contents.version();
    }

    @Override
    public void forEachRow(RowSink sink) {
        int[] count = new int[1];
        contents.forEachRow((table, uuid, row) -> {
            if (++count[0] % ROWS == 0 && unwanted.getAsBoolean()) {
                throw new CancellationException("nobody wants the contents any more");
            }
            sink.row(table, uuid, row);
        });
    }

    @Override
    public void close() {
        contents.close();
    }
}
