package dev.ovsdb.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.ovsdb.codegen.schema.UnionJson;
import javax.lang.model.element.Modifier;

/** Writes the type of the database: its name, its schema, and what of it can be wanted. */
final class DatabaseFile {
    /** A constant of a class file has room for 65,535 bytes. */
    private static final int LONGEST = 16_000;

    private final String javaPackage;
    private final Comments comments;

    DatabaseFile(String javaPackage, Comments comments) {
        this.javaPackage = javaPackage;
        this.comments = comments;
    }

    TypeSpec of(DatabaseModel database) {
        return TypeSpec.classBuilder(ClassName.get(javaPackage, database.type()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(comments.database(database))
                .addField(FieldSpec.builder(Types.STRING, "NAME", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc(Javadoc.of("The database's name."))
                        .initializer(Literals.of(database.schema().name()))
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(method("schema", "The schema that these types are made for.")
                        .returns(Types.DATABASE_SCHEMA)
                        .addStatement("return Known.SCHEMA")
                        .build())
                .addMethod(method(
                                "interest",
                                "Every column of every table of this schema. What the server has besides is not wanted;"
                                        + " what it has not got is read as its default.")
                        .returns(Types.INTEREST)
                        .addStatement("return $T.of(schema())", Types.INTEREST)
                        .build())
                .addMethod(someColumns())
                .addType(known(database))
                .build();
    }

    private static MethodSpec someColumns() {
        TypeName any = WildcardTypeName.subtypeOf(Object.class);
        TypeName column = ParameterizedTypeName.get(Types.COLUMN, any, any);
        return method("interest", "Exactly these columns. What the server has not got of them is read as its default.")
                .addParameter(ArrayTypeName.of(column), "columns")
                .varargs()
                .returns(Types.INTEREST)
                .addStatement("return $T.of(schema(), columns)", Types.TYPED_INTEREST)
                .build();
    }

    private static MethodSpec.Builder method(String name, String comment) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Javadoc.of(comment));
    }

    /** Parsed when it is asked for first. */
    private static TypeSpec known(DatabaseModel database) {
        CodeBlock.Builder text =
                CodeBlock.builder().add("$T.parse($T.join(\n$>$>\"\"", Types.DATABASE_SCHEMA, Types.STRING);
        for (String piece : UnionJson.pieces(database.schema())) {
            for (int start = 0; start < piece.length(); start += LONGEST) {
                text.add(",\n$L", Literals.of(piece.substring(start, Math.min(piece.length(), start + LONGEST))));
            }
        }
        return TypeSpec.classBuilder("Known")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(FieldSpec.builder(
                                Types.DATABASE_SCHEMA, "SCHEMA", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(text.add("))$<$<").build())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }
}
