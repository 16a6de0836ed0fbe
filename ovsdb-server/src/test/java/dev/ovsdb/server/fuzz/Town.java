package dev.ovsdb.server.fuzz;

import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.List;

/** A database with a bit of everything that a commit looks after: references of both kinds, indexes, limits, enumerations. */
final class Town {
    static final String NAME = "Town";
    static final List<String> TABLES = List.of("House", "Room", "Key");
    private static final String TEXT = "{'name':'Town','version':'1.0.0','tables':{"
            + "'House':{'isRoot':true,'maxRows':6,'indexes':[['name'],['n','b']],'columns':{"
            + "'name':{'type':{'key':{'type':'string','maxLength':8}}},"
            + "'n':{'type':{'key':{'type':'integer','minInteger':-1,'maxInteger':9}}},"
            + "'b':{'type':'boolean'},'r':{'type':'real'},'fixed':{'type':'integer','mutable':false},"
            + "'rooms':{'type':{'key':{'type':'uuid','refTable':'Room'},'min':0,'max':'unlimited'}},"
            + "'next':{'type':{'key':{'type':'uuid','refTable':'House','refType':'weak'},'min':0,'max':1}},"
            + "'tags':{'type':{'key':'string','min':0,'max':3}},"
            + "'ids':{'type':{'key':'string','value':'string','min':0,'max':4}},"
            + "'ports':{'type':{'key':'integer','value':{'type':'uuid','refTable':'Room'},'min':0,'max':'unlimited'}},"
            + "'seen':{'type':'integer','ephemeral':true}}},"
            + "'Room':{'columns':{"
            + "'kind':{'type':{'key':{'type':'string','enum':['set',['hall','bath','']]}}},"
            + "'inner':{'type':{'key':{'type':'uuid','refTable':'Room'},'min':0,'max':1}},"
            + "'near':{'type':{'key':{'type':'uuid','refTable':'Room','refType':'weak'},'min':0,'max':'unlimited'}}}},"
            + "'Key':{'isRoot':true,'maxRows':3,'columns':{"
            + "'to':{'type':{'key':{'type':'uuid','refTable':'Room','refType':'weak'}}},"
            + "'u':{'type':{'key':'uuid','min':0,'max':1}}}}}}";

    private Town() {}

    static DatabaseSchema schema() {
        return DatabaseSchema.parse(Json.text(TEXT));
    }

    /** The schemas to which a conversion may lead: as it is; with another column; with a lower limit; with one table less. */
    static String variant(int choice) {
        return switch (choice) {
            case 0 -> TEXT;
            case 1 -> TEXT.replace("'b':{", "'more':{'type':{'key':'integer','min':0,'max':2}},'b':{");
            case 2 -> TEXT.replace("'maxRows':6", "'maxRows':2").replace("'maxLength':8", "'maxLength':2");
            default -> TEXT.substring(0, TEXT.indexOf(",'Key'")) + "}}";
        };
    }
}
