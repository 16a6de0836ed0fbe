package dev.ovsdb.testkit.junit;

import dev.ovsdb.testkit.database.ServerKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the whole class once for each kind of server: all of its tests on an embedded server, then on the installed program, then on one
 * in a container. Stands beside {@link OvsdbTest} or an {@link OvsdbExtension}, whose own choice of a server it replaces.
 *
 * <pre>{@code
 * @OvsdbTest(schema = "town.ovsschema")
 * @EveryServer
 * class TownTest { ... }
 * }</pre>
 *
 * <p>Tests whose server cannot be had are skipped, or fail with {@code OVSDB_REQUIRE_PEERS=true}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ClassTemplate
@ExtendWith(EveryServerExtension.class)
public @interface EveryServer {
    /** The kinds, in this order; all by default. */
    ServerKind[] value() default {ServerKind.EMBEDDED, ServerKind.LOCAL, ServerKind.CONTAINER};
}
