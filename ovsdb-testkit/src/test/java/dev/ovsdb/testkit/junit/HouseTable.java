package dev.ovsdb.testkit.junit;

import dev.ovsdb.idl.ReadableRow;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.typed.TypedRow;
import dev.ovsdb.idl.typed.TypedTable;

/** A table's type in the manner of the generator. */
public final class HouseTable extends TypedTable<HouseTable.House> {
    private HouseTable(Replica replica) {
        super(replica, "House", House::new);
    }

    public static HouseTable in(Replica replica) {
        return new HouseTable(replica);
    }

    /** Its rows. */
    public static final class House extends TypedRow {
        House(ReadableRow row) {
            super(row, "House");
        }
    }
}
