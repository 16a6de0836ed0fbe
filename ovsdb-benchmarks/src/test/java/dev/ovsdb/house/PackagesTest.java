package dev.ovsdb.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Each package says what it is for, and that what is not marked is never null. */
class PackagesTest {
    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.tryGetPackageInfo())
                        .as("package-info of %s", one.getName())
                        .hasValueSatisfying(info -> assertThat(info.isAnnotatedWith(NullMarked.class))
                                .as("@NullMarked on %s", one.getName())
                                .isTrue()));
    }

    private static List<JavaPackage> packages() {
        JavaPackage root = MainCode.WITH_PACKAGE_INFOS.getPackage("dev.ovsdb");
        return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
                .filter(one -> !one.getClasses().isEmpty())
                .toList();
    }
}
