package dev.ovsdb.benchmarks.crowd;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What is said to the server, whose database is {@link #SCHEMA}. */
final class Words {
    /** A counter that only the witness changes, a notice that all may follow, and texts that are large. */
    static final String SCHEMA = """
            {"name":"Crowd","version":"1.0.0","tables":{\
            "Counter":{"isRoot":true,"indexes":[["name"]],"columns":{"name":{"type":"string"},"value":{"type":"integer"}}},\
            "Notice":{"isRoot":true,"columns":{"number":{"type":"integer"}}},\
            "Text":{"isRoot":true,"indexes":[["number"]],"columns":{"number":{"type":"integer"},"body":{"type":"string"}}}}}""";

    private Words() {}

    static String request(long id, String method, String params) {
        return "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params.replace('\'', '"') + "}";
    }

    static String transact(long id, String operations) {
        return request(id, "transact", "['Crowd'," + operations + "]");
    }

    /** A monitor of one table under the name of that table. */
    static String monitor(long id, String table) {
        return request(id, "monitor", "['Crowd','" + table + "',{'" + table + "':{}}]");
    }

    static String insertCounter(String name) {
        return "{'op':'insert','table':'Counter','row':{'name':'" + name + "','value':0}}";
    }

    static String increment(String name) {
        return "{'op':'mutate','table':'Counter','where':[['name','==','" + name
                + "']],'mutations':[['value','+=',1]]}";
    }

    static String notice(long number) {
        return "{'op':'update','table':'Notice','where':[],'row':{'number':" + number + "}}";
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
