package dev.ovsdb.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who uses a module above {@code ovsdb-jsonrpc} never meets the libraries below it. */
class PublicSignaturesTest {
    @Test
    void nameNoTypeOfNettyOrJacksonAboveJsonrpc() {
        members()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        "dev.ovsdb.protocol..",
                        "dev.ovsdb.client..",
                        "dev.ovsdb.server..",
                        "dev.ovsdb.codegen..",
                        "dev.ovsdb.conformance..",
                        "dev.ovsdb.testkit..",
                        "dev.ovsdb.cli..")
                .should(nameNoTypeOf("io.netty.", "com.fasterxml."))
                .check(MainCode.CLASSES);
    }

    /** Inside jsonrpc itself only the packages that are about Netty may offer Netty's types, and none Jackson's trees. */
    @Test
    void keepNettyToItsOwnPackageInsideJsonrpc() {
        members()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.ovsdb.jsonrpc..")
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("dev.ovsdb.jsonrpc.netty..")
                .should(nameNoTypeOf("io.netty.", "com.fasterxml.jackson.databind.node."))
                .check(MainCode.CLASSES);
    }

    private static ArchCondition<JavaMember> nameNoTypeOf(String... libraries) {
        return new ArchCondition<>("name no type of " + String.join(", ", libraries)) {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                if (!isVisible(member)) return;
                for (JavaType type : types(member)) {
                    for (JavaClass part : type.getAllInvolvedRawTypes()) {
                        for (String library : libraries) {
                            if (part.getName().startsWith(library)) {
                                events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " names " + part.getName()));
                            }
                        }
                    }
                }
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        return member.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                && (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static List<JavaType> types(JavaMember member) {
        List<JavaType> types = new ArrayList<>();
        if (member instanceof JavaField field) types.add(field.getType());
        if (member instanceof JavaCodeUnit unit) {
            types.add(unit.getReturnType());
            types.addAll(unit.getParameterTypes());
            types.addAll(unit.getExceptionTypes());
        }
        return types;
    }
}
