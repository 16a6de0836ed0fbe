package dev.ovsdb.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
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
        ClassName raw = Types.typed(columnClass());
        Optional<ClassName> row = target();
        if (column.kind() == ColumnModel.Kind.MAP) {
            return ParameterizedTypeName.get(
                    raw, key(), row.map(TypeName.class::cast).orElseGet(this::value));
        }
        return ParameterizedTypeName.get(raw, row.map(TypeName.class::cast).orElseGet(this::key));
    }

    private String columnClass() {
        boolean reference = column.target().isPresent();
        return switch (column.kind()) {
            case SCALAR -> reference ? "ReferenceColumn" : isNumber() ? "NumberColumn" : "ScalarColumn";
            case OPTIONAL ->
                reference ? "OptionalReferenceColumn" : isNumber() ? "OptionalNumberColumn" : "OptionalColumn";
            case SET -> reference ? "ReferenceSetColumn" : "SetColumn";
            case MAP -> reference ? "ReferenceMapColumn" : "MapColumn";
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
        Optional<ClassName> row = target();
        boolean map = column.kind() == ColumnModel.Kind.MAP;
        if (map || row.isEmpty()) {
            code.add(", $L", codec(column.type().key(), column.keys()));
        }
        if (row.isPresent()) {
            code.add(", $T::new", row.get());
        } else if (map) {
            code.add(", $L", codec(column.type().requireValue(), column.values()));
        }
        return code.add(")").build();
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
        Optional<ClassName> row = target();
        if (row.isEmpty()) {
            return valueType();
        }
        return switch (column.kind()) {
            case SCALAR, OPTIONAL -> ParameterizedTypeName.get(Types.OPTIONAL, row.get());
            case SET -> ParameterizedTypeName.get(Types.SET, row.get());
            case MAP -> ParameterizedTypeName.get(Types.MAP, key(), row.get());
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
            return CodeBlock.of("return row().get($L).$L()", Literals.of(column.name()), view);
        }
        String view = target().isEmpty()
                ? "of"
                : switch (column.kind()) {
                    case SCALAR, OPTIONAL -> "row";
                    case SET, MAP -> "rows";
                };
        return CodeBlock.of("return $T.$L.$L(row())", constants, column.constant(), view);
    }

    private Optional<ClassName> target() {
        return column.target()
                .map(name -> ClassName.get(javaPackage, database.table(name).rowType()));
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
