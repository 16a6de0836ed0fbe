package dev.ovsdb.server.fuzz;

import dev.ovsdb.jsonrpc.testing.Choices;
import java.util.stream.Stream;

/** Makes requests and notifications of every method. JSON with single quotes. */
final class MessageMaker {
    /**
     * One message.
     *
     * @param id as JSON; empty for a notification
     * @param mayStay whether it may be left without an answer while the session lasts
     */
    record Made(String id, String text, boolean mayStay) {}

    private final Choices choices;
    private final ValueMaker values;
    private final OperationMaker operations;
    private int requests;

    MessageMaker(Choices choices) {
        this.choices = choices;
        this.values = new ValueMaker(choices);
        this.operations = new OperationMaker(choices);
    }

    Made next() {
        return switch (choices.below(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> transact();
            case 7 -> request(choices.pick("lock", "steal", "unlock"), "['" + choices.pick("l0", "l1", "1") + "']");
            case 8 -> request("monitor", "[" + database() + "," + monitorId() + "," + tables(false) + "]");
            case 9, 10 -> request("monitor_cond", "[" + database() + "," + monitorId() + "," + tables(true) + "]");
            case 11 -> request("monitor_cond_since", since());
            case 12 -> request("monitor_cond_change", "[" + monitorId() + "," + monitorId() + "," + changes() + "]");
            case 13 -> request("monitor_cancel", "[" + monitorId() + "]");
            case 14 -> notification("cancel", "[" + oldId() + "]");
            case 15 -> request("convert", "[" + database() + "," + Town.variant(choices.below(4)) + "]");
            case 16 -> request("set_db_change_aware", "[" + choices.pick("true", "false", "1") + "]");
            case 17 -> request(choices.pick("get_schema", "list_dbs", "echo", "get_server_id"), "[" + any() + "]");
            case 18 -> request(choices.pick("unknown", "cancel", "transact", "monitor", "convert"), "[" + any() + "]");
            default -> notification(choices.pick("unknown", "transact", "locked", "monitor_cancel"), "[" + any() + "]");
        };
    }

    private Made transact() {
        String ops = operations.operations();
        Made made = request("transact", "[" + database() + ops + "]");
        return new Made(made.id(), made.text(), operations.tookEndless());
    }

    private Made request(String method, String params) {
        String id = id();
        return new Made(id, "{'id':" + id + ",'method':'" + method + "','params':" + params + "}", false);
    }

    private static Made notification(String method, String params) {
        return new Made("", "{'id':null,'method':'" + method + "','params':" + params + "}", false);
    }

    private String id() {
        requests++;
        return choices.below(8) == 7 ? oldId() : "" + requests;
    }

    private String oldId() {
        return "" + choices.below(requests + 1);
    }

    private String database() {
        return choices.below(32) == 31 ? choices.pick("'_Server'", "'None'", "3") : "'Town'";
    }

    private String monitorId() {
        return choices.pick("'m'", "null", "[1]", "{'a':1}");
    }

    private String any() {
        return choices.pick(
                "",
                "'Town'",
                "'_Server'",
                "'None'",
                "true",
                "'Town','m'",
                "'Town',{}",
                "null",
                "'Town','m',{},{}",
                "['a',{'b':1.0}]");
    }

    private String since() {
        String last = choices.pick("'00000000-0000-0000-0000-000000000000'", "'" + values.uuid() + "'");
        return "[" + database() + "," + monitorId() + "," + tables(true) + "," + last + "]";
    }

    private String tables(boolean conditions) {
        StringBuilder tables = new StringBuilder("{");
        for (int i = choices.below(3); i > 0; i--) {
            String table = values.table();
            String request = "{" + members(table, conditions) + "}";
            tables.append(tables.length() == 1 ? "" : ",")
                    .append("'" + table + "':" + choices.pick(request, "[" + request + "]", "[{}]"));
        }
        return tables.append("}").toString();
    }

    private String members(String table, boolean conditions) {
        String columns = choices.pick("", "'columns':" + values.columnList(table));
        String select = choices.pick("", "'select':{'initial':false}", "'select':{'modify':false,'insert':true}");
        String where = conditions ? choices.pick("", "'where':" + values.where(table)) : "";
        return String.join(
                ",",
                Stream.of(columns, select, where)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private String changes() {
        StringBuilder tables = new StringBuilder("{");
        for (int i = choices.below(3); i > 0; i--) {
            String table = values.table();
            tables.append(tables.length() == 1 ? "" : ",")
                    .append("'" + table + "':[{'where':" + values.where(table) + "}]");
        }
        return tables.append("}").toString();
    }
}
