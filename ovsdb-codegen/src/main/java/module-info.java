/** Java types from OVSDB schemas, for the typed tables of {@code dev.ovsdb.idl}. */
module dev.ovsdb.codegen {
    requires static transitive org.jspecify;
    requires com.palantir.javapoet;
    requires dev.ovsdb.protocol;
    requires java.compiler;
    requires java.xml;

    exports dev.ovsdb.codegen;
}
