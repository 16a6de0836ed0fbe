package dev.ovsdb.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the type of a table's rows. */
final class RowFile {
    private final String javaPackage;
    private final DatabaseModel database;
    private final Comments comments;

    RowFile(String javaPackage, DatabaseModel database, Comments comments) {
        this.javaPackage = javaPackage;
        this.database = database;
        this.comments = comments;
    }

    TypeSpec of(TableModel table) {
        TypeSpec.Builder type = TypeSpec.classBuilder(ClassName.get(javaPackage, table.rowType()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Types.TYPED_ROW)
                .addJavadoc(comments.row(table))
                .addMethod(constructor(table));
        for (ColumnModel column : table.columns()) {
            ColumnJava java = new ColumnJava(javaPackage, database, table, column);
            type.addMethod(MethodSpec.methodBuilder(column.method())
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc(comments.method(column))
                    .returns(java.returnType())
                    .addStatement(java.read())
                    .build());
        }
        return type.build();
    }

    private static MethodSpec constructor(TableModel table) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Javadoc.of("A view of a row of this table."))
                .addParameter(Types.READABLE_ROW, "row")
                .addStatement("super(row, $L)", Literals.of(table.name()))
                .build();
    }
}
