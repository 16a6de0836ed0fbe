package dev.ovsdb.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/design/modules.md}: which module may see which, and which library. */
class ModuleArrowsTest {
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify..");

    @Test
    void protocolSeesNothingButTheJdk() {
        check("dev.ovsdb.protocol..");
    }

    @Test
    void jsonrpcSeesNothingOfOvsdb() {
        check(
                "dev.ovsdb.jsonrpc..",
                "io.netty..",
                "com.fasterxml.jackson..",
                "org.slf4j..",
                "javax.net..",
                "javax.security.auth.x500..",
                "jdk.jfr..",
                "jdk.net..");
    }

    @Test
    void clientSeesProtocolAndJsonrpcButNeitherNettyNorJackson() {
        check(
                "dev.ovsdb.client..",
                "dev.ovsdb.protocol..",
                "dev.ovsdb.jsonrpc..",
                "com.github.benmanes.caffeine..",
                "org.slf4j..",
                "javax.net.ssl..");
    }

    @Test
    void idlSeesTheClientButNeitherNettyNorJackson() {
        check(
                "dev.ovsdb.idl..",
                "dev.ovsdb.client..",
                "dev.ovsdb.protocol..",
                "dev.ovsdb.jsonrpc..",
                "org.slf4j..",
                "jdk.jfr..");
    }

    @Test
    void serverSeesProtocolAndJsonrpcButNeitherNettyNorJackson() {
        check(
                "dev.ovsdb.server..",
                "dev.ovsdb.protocol..",
                "dev.ovsdb.jsonrpc..",
                "com.github.benmanes.caffeine..",
                "org.slf4j..",
                "javax.net.ssl..",
                "javax.security.auth.x500..",
                "jdk.jfr..",
                "io.micrometer.core..");
    }

    /** It is an optional dependency: without it everything works but the one package that is about it. */
    @Test
    void onlyOnePackageSeesMicrometerAndNothingNeedsThatPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ovsdb.server.micrometer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "dev.ovsdb.server.micrometer")
                .check(MainCode.CLASSES);
    }

    @Test
    void codeGeneratorSeesProtocolAndJavaPoet() {
        check(
                "dev.ovsdb.codegen..",
                "dev.ovsdb.protocol..",
                "com.palantir.javapoet..",
                "javax.lang.model..",
                "javax.xml.parsers..",
                "org.w3c.dom..",
                "org.xml.sax..");
    }

    @Test
    void conformanceSeesJsonrpcAloneAndNeitherOurClientNorOurServer() {
        check("dev.ovsdb.conformance..", "dev.ovsdb.jsonrpc..");
    }

    @Test
    void commandLineSeesAllButTheTestkit() {
        check(
                "dev.ovsdb.cli..",
                "dev.ovsdb.client..",
                "dev.ovsdb.server..",
                "dev.ovsdb.codegen..",
                "dev.ovsdb.conformance..",
                "dev.ovsdb.protocol..",
                "dev.ovsdb.jsonrpc..",
                "picocli..",
                "org.slf4j..");
    }

    @Test
    void everyPublishedClassBelongsToAModuleOfTheTable() {
        assertThat(MainCode.CLASSES)
                .allSatisfy(
                        type -> assertThat(type.getPackageName())
                                .matches(
                                        "dev\\.ovsdb\\.(protocol|jsonrpc|client|idl|codegen|server|conformance|testkit|cli)(\\..*)?"));
    }

    private static void check(String module, String... others) {
        List<String> allowed = new ArrayList<>(EVERYWHERE);
        allowed.add(module);
        Collections.addAll(allowed, others);
        classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(MainCode.CLASSES);
    }
}
