package dev.ovsdb.codegen;

import com.palantir.javapoet.ClassName;

/** The types that generated code names. */
final class Types {
    private static final String TYPED = "dev.ovsdb.idl.typed";

    static final ClassName TYPED_ROW = ClassName.get(TYPED, "TypedRow");
    static final ClassName TYPED_TABLE = ClassName.get(TYPED, "TypedTable");
    static final ClassName TYPED_INTEREST = ClassName.get(TYPED, "TypedInterest");
    static final ClassName ATOM_CODEC = ClassName.get(TYPED, "AtomCodec");
    static final ClassName ENUM_VALUE = ClassName.get(TYPED, "EnumValue");
    static final ClassName COLUMN = ClassName.get(TYPED, "Column");
    static final ClassName READABLE_ROW = ClassName.get("dev.ovsdb.idl", "ReadableRow");
    static final ClassName REPLICA = ClassName.get("dev.ovsdb.idl", "Replica");
    static final ClassName TRANSACTION = ClassName.get("dev.ovsdb.idl.transaction", "IdlTransaction");
    static final ClassName INTEREST = ClassName.get("dev.ovsdb.idl.interest", "Interest");
    static final ClassName ATOM = ClassName.get("dev.ovsdb.protocol", "Atom");
    static final ClassName DATABASE_SCHEMA = ClassName.get("dev.ovsdb.protocol.schema", "DatabaseSchema");
    static final ClassName OPTIONAL = ClassName.get("java.util", "Optional");
    static final ClassName SET = ClassName.get("java.util", "Set");
    static final ClassName MAP = ClassName.get("java.util", "Map");
    static final ClassName UUID = ClassName.get("java.util", "UUID");
    static final ClassName STRING = ClassName.get("java.lang", "String");

    private Types() {}

    static ClassName typed(String name) {
        return ClassName.get(TYPED, name);
    }
}
