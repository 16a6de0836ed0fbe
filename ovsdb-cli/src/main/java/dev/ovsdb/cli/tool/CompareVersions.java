package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.protocol.schema.SchemaVersion;

/** {@code compare-versions}: whether a relation holds between two schema versions. */
final class CompareVersions implements Command {
    @Override
    public int run(ToolInvocation invocation) {
        SchemaVersion a = version(invocation.arguments().get(0));
        SchemaVersion b = version(invocation.arguments().get(2));
        return holds(a.compareTo(b), invocation.arguments().get(1)) ? 0 : NO;
    }

    private static boolean holds(int order, String operator) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case "==" -> order == 0;
            case ">=" -> order >= 0;
            case ">" -> order > 0;
            case "!=" -> order != 0;
            default -> throw new CommandException(operator + ": not a relational operator");
        };
    }

    private static SchemaVersion version(String text) {
        try {
            return new SchemaVersion(text);
        } catch (IllegalArgumentException e) {
            throw new CommandException(text + ": not an OVSDB version number in format x.y.z", e);
        }
    }
}
