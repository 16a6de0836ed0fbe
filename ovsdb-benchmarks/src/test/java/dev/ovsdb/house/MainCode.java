package dev.ovsdb.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The classes of all modules that are published, without tests and fixtures; read once. */
final class MainCode {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(MainCode::isMain)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
            .importPackages("dev.ovsdb");

    /** The same, with each package's {@code package-info}. */
    static final JavaClasses WITH_PACKAGE_INFOS =
            new ClassFileImporter().withImportOption(MainCode::isMain).importPackages("dev.ovsdb");

    private MainCode() {}

    private static boolean isMain(Location location) {
        return !location.contains("/test-classes/")
                && !location.contains("-tests.jar")
                && !location.contains("/ovsdb-benchmarks/");
    }
}
