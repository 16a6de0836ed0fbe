package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.charset.StandardCharsets;

/** A schema with a column of each sort, and texts with apostrophes for quotation marks. */
final class Samples {
    static final DatabaseSchema SCHEMA = DatabaseSchema.parse(json("""
            {'name':'M','version':'1.0.0','tables':{
             'T':{'isRoot':true,'columns':{
               'i':{'type':'integer'},'r':{'type':'real'},'b':{'type':'boolean'},'s':{'type':'string'},
               'oi':{'type':{'key':'integer','min':0,'max':1}},
               'si':{'type':{'key':'integer','min':0,'max':'unlimited'}},
               's1':{'type':{'key':{'type':'string'},'min':1,'max':'unlimited'}},
               'm':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}},
               'e':{'type':{'key':{'type':'string','enum':['set',['a','b','']]}}},
               'rng':{'type':{'key':{'type':'integer','minInteger':0,'maxInteger':9}}},
               'u':{'type':{'key':{'type':'uuid','refTable':'U','refType':'weak'},'min':0,'max':'unlimited'}}},
              'indexes':[['i','s']]},
             'U':{'isRoot':true,'columns':{'n':{'type':'string'}}}}}
            """));

    private Samples() {}

    static String json(String apostrophes) {
        return apostrophes.replace('\'', '"');
    }

    static JsonBytes bytes(String apostrophes) {
        return JsonBytes.of(json(apostrophes).getBytes(StandardCharsets.UTF_8));
    }

    static JsonValue value(String apostrophes) {
        return JsonValue.parse(json(apostrophes));
    }

    static OpenCall open(MonitorKind kind, String params) {
        return OpenCall.read(kind, bytes(params), name -> name.equals("M") ? SCHEMA : null);
    }
}
