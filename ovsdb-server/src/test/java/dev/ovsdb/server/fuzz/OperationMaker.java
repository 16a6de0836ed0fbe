package dev.ovsdb.server.fuzz;

import dev.ovsdb.jsonrpc.testing.Choices;

/** Makes the operations of a transaction. JSON with single quotes. */
final class OperationMaker {
    private final Choices choices;
    private final ValueMaker values;
    private boolean endless;

    OperationMaker(Choices choices) {
        this.choices = choices;
        this.values = new ValueMaker(choices);
    }

    /** Whether one of the operations since the last call may wait for ever. */
    boolean tookEndless() {
        boolean was = endless;
        endless = false;
        return was;
    }

    String operations() {
        StringBuilder operations = new StringBuilder();
        for (int i = choices.below(5); i > 0; i--) {
            operations.append(',').append(operation());
        }
        return operations.toString();
    }

    private String operation() {
        String table = values.table();
        return switch (choices.below(34)) {
            case 0, 1, 2, 3, 17, 18, 19, 20, 21, 22, 23, 24 -> insert(table);
            case 4, 25 -> "{'op':'select'," + target(table) + select(table) + "}";
            case 5, 6, 26, 27 -> "{'op':'update'," + target(table) + ",'row':" + values.row(table) + "}";
            case 7, 8, 28, 29, 30 -> "{'op':'mutate'," + target(table) + ",'mutations':[" + mutations(table) + "]}";
            case 9, 10, 31 -> "{'op':'delete'," + target(table) + "}";
            case 11, 32 -> waiting(table);
            case 12, 33 -> "{'op':'commit','durable':" + choices.pick("true", "false", "true") + "}";
            case 13 -> choices.pick("{'op':'abort'}", "{'op':'comment','comment':'c'}", "{'op':'comment'}");
            case 14 -> "{'op':'assert','lock':'" + choices.pick("l0", "l1", "1") + "'}";
            default -> choices.pick("{}", "7", "{'op':'drop'}", "{'op':'insert','table':'House','row':{},'x':1}", "[]");
        };
    }

    private String target(String table) {
        return "'table':'" + table + "','where':" + values.where(table);
    }

    private String insert(String table) {
        String names = choices.pick(
                "",
                ",'uuid-name':'r" + choices.below(3) + "'",
                ",'uuid':'" + values.uuid() + "'",
                ",'uuid':'" + values.uuid() + "','uuid-name':'r0'");
        return "{'op':'insert','table':'" + table + "','row':" + values.row(table) + names + "}";
    }

    private String select(String table) {
        return choices.pick("", ",'columns':" + values.columnList(table), ",'sort':" + values.columnList(table));
    }

    private String mutations(String table) {
        String first = values.mutation(table);
        return choices.pick(first, first + "," + values.mutation(table), "");
    }

    private String waiting(String table) {
        String timeout = choices.pick(",'timeout':0", ",'timeout':1", ",'timeout':700", "", ",'timeout':-1");
        endless |= timeout.isEmpty();
        return "{'op':'wait'," + target(table) + timeout + ",'columns':" + values.columnList(table) + ",'until':'"
                + choices.pick("==", "!=") + "','rows':[" + choices.pick("", values.row(table)) + "]}";
    }
}
