package dev.ovsdb.testkit.junit;

import dev.ovsdb.testkit.database.ServerKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of the class a server of its own with fresh databases.
 *
 * <pre>{@code
 * @OvsdbTest(schema = "town.ovsschema", rows = "town-rows.json")
 * class TownTest {
 *     @Test void builds(OvsdbClient client, TestDatabase town) {
 *         client.transact("Town", Insert.into("House").set("address", "Mill Lane 4").build()).join();
 *         assertThat(town).table("House").hasRow("address", "Mill Lane 4");
 *     }
 * }
 * }</pre>
 *
 * <p>Constructors, tests, {@code @BeforeEach} and {@code @AfterEach} methods take parameters by type:
 *
 * <ul>
 *   <li>{@link dev.ovsdb.testkit.database.TestServer}: its remote, further sessions, the conversation;
 *   <li>{@link dev.ovsdb.testkit.database.TestDatabase}: what assertions are about; which one of several, {@link OfDatabase} says;
 *   <li>{@link dev.ovsdb.client.OvsdbClient} and {@link dev.ovsdb.client.BlockingOvsdbClient}: one session, the same for all parameters of a
 *       test;
 *   <li>{@link dev.ovsdb.idl.Idl}: a replica of everything, live; which one of several databases, {@link OfDatabase} says;
 *   <li>a generated table, such as {@code HouseTable}: that replica's;
 *   <li>{@link dev.ovsdb.testkit.fault.FaultProxy}: a faulty network before the server, for what is tested; the other parameters' sessions
 *       do not pass it. Its seed is the system property {@code ovsdb.fault.seed}, or 1.
 * </ul>
 *
 * <p>What was made for a test is closed behind it. Nothing is shared, so tests may run in parallel. When a test fails, what the databases
 * hold and what was said is added to the failure as a suppressed exception, {@link ServerAtFailure}.
 *
 * <p>{@link OvsdbExtension} is the same for those who would rather describe the server in Java; {@link EveryServer} runs the class on
 * several servers.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(OvsdbExtension.class)
public @interface OvsdbTest {
    /**
     * Resources with schemas, each for one database; named from the test class as in {@link Class#getResource}, and else from the root of
     * the class path.
     */
    String[] schema() default {};

    /** Schemas that Open vSwitch and OVN install, such as {@code vswitch.ovsschema}. Skips, or fails, the tests where they are missing. */
    String[] installedSchema() default {};

    /** Classes that were generated from schemas, such as {@code TownDatabase.class}. */
    Class<?>[] database() default {};

    /**
     * Resources with the first rows, looked for as schemas are: each the parameters of a {@code transact} (RFC 7047, section 4.1.3), of
     * which the database's name may be left out if there is only one.
     */
    String[] rows() default {};

    /** Which server it is. */
    ServerKind server() default ServerKind.EMBEDDED;

    /** How clients may come: {@code "unix"}, {@code "tcp"}, {@code "ssl"}. The first is {@code TestServer.remote()}. */
    String[] remotes() default {"unix"};

    /**
     * Keeps servers for the next test of the class, emptied and with the rows that it asks for: a container is started once. A test has its
     * server to itself all the same; of tests that run at once each has another. What a test leaves connected is not cut off.
     */
    boolean shared() default false;
}
