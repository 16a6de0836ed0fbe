package dev.ovsdb.testkit.simulation;

import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;

/** The database of the simulation, in two versions: the second has a column more. */
final class SimSchema {
    static final String NAME = "Sim";
    static final String LOG = "Log";
    static final String COUNTER = "Counter";
    static final String ITEM = "Item";
    static final String HOLDER = "Holder";
    static final int COUNTERS = 2;
    static final int KEYS = 8;
    static final int BUCKETS = 4;
    static final DatabaseSchema FIRST = schema("1.0.0", "");
    static final DatabaseSchema SECOND = schema("2.0.0", "'extra':{'type':{'key':'string','min':0,'max':1}},");

    static final List<String> TABLES = List.of(COUNTER, HOLDER, ITEM, LOG);

    private SimSchema() {}

    /** The columns of a table that both versions have. */
    static List<String> columns(String table) {
        return FIRST.requireTable(table).columns().stream()
                .map(ColumnSchema::name)
                .toList();
    }

    private static DatabaseSchema schema(String version, String more) {
        return DatabaseSchema.parse(
                """
                {'name':'Sim','version':'VERSION','tables':{
                 'Log':{'isRoot':true,'columns':{'token':{'type':'integer'},'who':{'type':'string'},
                  'counter':{'type':'string'},'amount':{'type':'integer'}}},
                 'Counter':{'isRoot':true,'indexes':[['name']],'columns':{
                  'name':{'type':'string'},'value':{'type':'integer'}}},
                 'Item':{'isRoot':true,'indexes':[['key']],'columns':{MORE
                  'key':{'type':'integer'},'bucket':{'type':'integer'},'text':{'type':'string'},
                  'tags':{'type':{'key':'string','min':0,'max':'unlimited'}},
                  'pairs':{'type':{'key':'string','value':'integer','min':0,'max':'unlimited'}},
                  'friend':{'type':{'key':{'type':'uuid','refTable':'Item','refType':'weak'},'min':0,'max':1}}}},
                 'Holder':{'isRoot':true,'indexes':[['lock']],'columns':{
                  'lock':{'type':'string'},'who':{'type':'string'},'epoch':{'type':'integer'}}}}}
                """.replace("VERSION", version).replace("MORE", more).replace('\'', '"'));
    }
}
