package dev.ovsdb.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column as Java: the types that it has, and the code that makes and reads it. */
final class ColumnJava {
    private final String javaPackage;
    private final DatabaseModel database;
    private final TableModel table;
    private final ColumnModel column;

    ColumnJava(String javaPackage, DatabaseModel database, TableModel table, ColumnModel column) {
        this.javaPackage = javaPackage;
        this.database = database;
        this.table = table;
        this.column = column;
    }

    /** The type of the constant. */
    TypeName columnType() {
        List<TypeName> types = new ArrayList<>(List.of(ClassName.get(javaPackage, table.rowType()), seenKey()));
        if (column.kind() == ColumnModel.Kind.MAP) {
            types.add(seenValue());
        }
        return ParameterizedTypeName.get(Types.typed(columnClass()), types.toArray(new TypeName[0]));
    }

    private String columnClass() {
        boolean key = column.keyTarget().isPresent();
        boolean value = column.valueTarget().isPresent();
        return switch (column.kind()) {
            case SCALAR -> key ? "ReferenceColumn" : isNumber() ? "NumberColumn" : "ScalarColumn";
            case OPTIONAL -> key ? "OptionalReferenceColumn" : isNumber() ? "OptionalNumberColumn" : "OptionalColumn";
            case SET -> key ? "ReferenceSetColumn" : "SetColumn";
            case MAP -> {
                if (key) {
                    yield value ? "ReferencePairMapColumn" : "ReferenceKeyMapColumn";
                }
                yield value ? "ReferenceMapColumn" : "MapColumn";
            }
        };
    }

    private boolean isNumber() {
        AtomicType atomic = column.type().key().type();
        return column.keys().isEmpty() && (atomic == AtomicType.INTEGER || atomic == AtomicType.REAL);
    }

    /** What makes the constant. */
    CodeBlock initializer() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "new $T<>($L, $L",
                        Types.typed(columnClass()),
                        Literals.of(table.name()),
                        Literals.of(column.name()));
        code.add(", $L", maker(column.type().key(), column.keys()));
        column.type().value().ifPresent(value -> code.add(", $L", maker(value, column.values())));
        return code.add(")").build();
    }

    /** What makes Java values: a row's constructor, or a codec. */
    private CodeBlock maker(BaseType base, Optional<EnumModel> values) {
        return row(base).map(row -> CodeBlock.of("$T::new", row)).orElseGet(() -> codec(base, values));
    }

    private CodeBlock codec(BaseType base, Optional<EnumModel> values) {
        if (values.isPresent()) {
            ClassName type = ClassName.get(javaPackage, values.get().type());
            return CodeBlock.of(
                    "$T.enumeration($T.$L, $T.values())",
                    Types.ATOM_CODEC,
                    type,
                    values.get().unrecognised(),
                    type);
        }
        return CodeBlock.of("$T.$L", Types.ATOM_CODEC, base.type().name());
    }

    /** The column's {@code T}; a primitive type where the value is always there. */
    TypeName valueType() {
        return switch (column.kind()) {
            case SCALAR -> unboxed(key());
            case OPTIONAL -> ParameterizedTypeName.get(Types.OPTIONAL, key());
            case SET -> ParameterizedTypeName.get(Types.SET, key());
            case MAP -> ParameterizedTypeName.get(Types.MAP, key(), value());
        };
    }

    /** What the row's method returns. */
    TypeName returnType() {
        if (!column.hasReferences()) {
            return valueType();
        }
        return switch (column.kind()) {
            case SCALAR, OPTIONAL -> ParameterizedTypeName.get(Types.OPTIONAL, seenKey());
            case SET -> ParameterizedTypeName.get(Types.SET, seenKey());
            case MAP -> ParameterizedTypeName.get(Types.MAP, seenKey(), seenValue());
        };
    }

    /** What the row's method does. */
    CodeBlock read() {
        ClassName constants = ClassName.get(javaPackage, table.tableType());
        ColumnType type = column.type();
        if (valueType().isPrimitive()) {
            String view = switch (type.key().type()) {
                case INTEGER -> "asLong";
                case REAL -> "asDouble";
                default -> "asBoolean";
            };
            return CodeBlock.of("return get($L).$L()", Literals.of(column.name()), view);
        }
        String view = !column.hasReferences()
                ? "of"
                : switch (column.kind()) {
                    case SCALAR, OPTIONAL -> "row";
                    case SET, MAP -> "rows";
                };
        return CodeBlock.of("return $T.$L.$L(this)", constants, column.constant(), view);
    }

    private Optional<ClassName> row(BaseType base) {
        return base.refTable()
                .map(name -> ClassName.get(javaPackage, database.table(name).rowType()));
    }

    /** An element or a key as a program sees it: a row where it is a reference. */
    private TypeName seenKey() {
        return row(column.type().key()).map(TypeName.class::cast).orElseGet(this::key);
    }

    private TypeName seenValue() {
        return row(column.type().requireValue()).map(TypeName.class::cast).orElseGet(this::value);
    }

    private TypeName key() {
        return element(column.type().key(), column.keys());
    }

    private TypeName value() {
        return element(column.type().requireValue(), column.values());
    }

    private TypeName element(BaseType base, Optional<EnumModel> values) {
        if (values.isPresent()) {
            return ClassName.get(javaPackage, values.get().type());
        }
        return switch (base.type()) {
            case INTEGER -> TypeName.LONG.box();
            case REAL -> TypeName.DOUBLE.box();
            case BOOLEAN -> TypeName.BOOLEAN.box();
            case STRING -> Types.STRING;
            case UUID -> Types.UUID;
        };
    }

    private static TypeName unboxed(TypeName type) {
        return type.isBoxedPrimitive() ? type.unbox() : type;
    }
}
