package dev.ovsdb.testkit.idl;

import dev.ovsdb.protocol.schema.DatabaseSchema;

/** The database of the soak test, in two versions: the second has one column more. */
final class SoakSchema {
    static final String NAME = "Soak";
    static final int ACCOUNTS = 20;
    static final int GROUPS = 5;
    static final int BUCKETS = 6;

    private SoakSchema() {}

    static DatabaseSchema first() {
        return schema("1.0.0", "");
    }

    static DatabaseSchema second() {
        return schema("2.0.0", "'extra':{'type':{'key':'string','min':0,'max':1}},");
    }

    private static DatabaseSchema schema(String version, String more) {
        return DatabaseSchema.parse(
                """
                {'name':'Soak','version':'VERSION','tables':{
                 'Account':{'isRoot':true,'indexes':[['name']],'columns':{
                  'name':{'type':'string'},'balance':{'type':'integer'}}},
                 'Group':{'isRoot':true,'indexes':[['name']],'columns':{
                  'name':{'type':'string'},'size':{'type':'integer'},
                  'members':{'type':{'key':{'type':'uuid','refTable':'Account'},'min':0,'max':'unlimited'}}}},
                 'Noise':{'isRoot':true,'columns':{MORE
                  'number':{'type':'integer'},'bucket':{'type':'integer'},'text':{'type':'string'},
                  'tags':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}},
                  'owner':{'type':{'key':{'type':'uuid','refTable':'Account','refType':'weak'},'min':0,'max':1}}}},
                 'Marker':{'isRoot':true,'columns':{'number':{'type':'integer'}}}}}
                """.replace("VERSION", version).replace("MORE", more).replace('\'', '"'));
    }
}
