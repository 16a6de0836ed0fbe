package dev.ovsdb.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ovsdb.codegen.doc.Html;
import dev.ovsdb.codegen.name.Identifiers;
import dev.ovsdb.codegen.name.Scope;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the type of a table: constants for its columns, and look-ups by the schema's indexes. */
final class TableFile {
    private final String javaPackage;
    private final DatabaseModel database;
    private final Comments comments;

    TableFile(String javaPackage, DatabaseModel database, Comments comments) {
        this.javaPackage = javaPackage;
        this.database = database;
        this.comments = comments;
    }

    TypeSpec of(TableModel table) {
        ClassName row = ClassName.get(javaPackage, table.rowType());
        TypeSpec.Builder type = TypeSpec.classBuilder(ClassName.get(javaPackage, table.tableType()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Types.TYPED_TABLE, row))
                .addJavadoc(comments.table(table))
                .addField(uuid(table));
        table.columns().forEach(column -> type.addField(constant(table, column)));
        addSource(type, table, Types.REPLICA, "replica", "The table in a replica or a view, which must hold it.");
        addSource(
                type,
                table,
                Types.TRANSACTION,
                "tx",
                "The table as a transaction sees it; the replica must hold it. What is read of its rows is verified.");
        Scope names = new Scope(false);
        table.schema().indexes().stream()
                .filter(index -> index.stream().noneMatch(column -> column.startsWith("_")))
                .forEach(index -> type.addMethod(lookUp(table, row, names, index)));
        return type.build();
    }

    /** How to get the table of something that has rows. */
    private void addSource(
            TypeSpec.Builder type, TableModel table, ClassName source, String parameter, String comment) {
        ClassName self = ClassName.get(javaPackage, table.tableType());
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(source, parameter)
                .addStatement(
                        "super($L, $L, $T::new)",
                        parameter,
                        Literals.of(table.name()),
                        ClassName.get(javaPackage, table.rowType()))
                .build());
        type.addMethod(MethodSpec.methodBuilder("in")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Javadoc.of(comment))
                .addParameter(source, parameter)
                .returns(self)
                .addStatement("return new $T($L)", self, parameter)
                .build());
    }

    /** No column of a schema begins with a low line, so that its constant cannot clash with one. */
    private FieldSpec uuid(TableModel table) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                Types.typed("ScalarColumn"), ClassName.get(javaPackage, table.rowType()), Types.UUID),
                        "_UUID",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc(Javadoc.of("The UUID of a row, for conditions."))
                .initializer(
                        "new $T<>($L, $S, $T.UUID)",
                        Types.typed("ScalarColumn"),
                        Literals.of(table.name()),
                        "_uuid",
                        Types.ATOM_CODEC)
                .build();
    }

    private FieldSpec constant(TableModel table, ColumnModel column) {
        ColumnJava java = new ColumnJava(javaPackage, database, table, column);
        return FieldSpec.builder(java.columnType(), column.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(comments.constant(table, column))
                .initializer(java.initializer())
                .build();
    }

    private MethodSpec lookUp(TableModel table, ClassName row, Scope names, List<String> index) {
        List<ColumnModel> columns = index.stream().map(table::column).toList();
        String name = index.stream().map(Identifiers::type).collect(Collectors.joining("And", "by", ""));
        String plain = index.stream().map(Html::code).collect(Collectors.joining(" and "));
        MethodSpec.Builder method = MethodSpec.methodBuilder(names.take(name, ""))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Javadoc.of("The row with this " + plain + ", by the schema's index."
                        + " The replica must hold " + (index.size() == 1 ? "the column." : "these columns.")))
                .returns(ParameterizedTypeName.get(Types.OPTIONAL, row));
        CodeBlock.Builder key = CodeBlock.builder();
        for (ColumnModel column : columns) {
            ColumnJava java = new ColumnJava(javaPackage, database, table, column);
            method.addParameter(java.valueType(), column.method());
            key.add(key.isEmpty() ? "" : ", ").add("$L.datum($L)", column.constant(), column.method());
        }
        return method.addStatement("return index($L).find($L)", Literals.of(String.join(",", index)), key.build())
                .build();
    }
}
