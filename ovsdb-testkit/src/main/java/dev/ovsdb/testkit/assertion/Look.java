package dev.ovsdb.testkit.assertion;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.database.Contents;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** How an assertion looks at a database. */
interface Look {
    DatabaseSchema schema();

    /** What a table holds now. */
    Contents contents(String table);

    /**
     * Checks a table.
     *
     * @return empty if it meets the condition, and otherwise what it held when it was seen last
     */
    default Optional<Contents> unmet(String table, Predicate<Contents> condition) {
        return Optional.of(contents(table)).filter(condition.negate());
    }

    /** The same patiently: a check passes as soon as the condition is met. */
    Look eventually(Duration patience);

    /** In the words of a failure. */
    String describe();
}
