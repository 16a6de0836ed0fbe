package dev.ovsdb.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ovsdb.protocol.Atom;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the enum of the values of a column. */
final class EnumFile {
    private static final TypeName ATOM = ParameterizedTypeName.get(Types.OPTIONAL, Types.ATOM);

    private final String javaPackage;
    private final Comments comments;

    EnumFile(String javaPackage, Comments comments) {
        this.javaPackage = javaPackage;
        this.comments = comments;
    }

    TypeSpec of(EnumModel values) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(ClassName.get(javaPackage, values.type()))
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Types.ENUM_VALUE)
                .addJavadoc(comments.enumeration(values));
        for (Map.Entry<Atom, String> value : values.constants().entrySet()) {
            type.addEnumConstant(
                    value.getValue(),
                    TypeSpec.anonymousClassBuilder("$T.of($L)", Types.ATOM, Literals.of(value.getKey()))
                            .addJavadoc(Comments.constant(value.getKey()))
                            .build());
        }
        return type.addEnumConstant(
                        values.unrecognised(),
                        TypeSpec.anonymousClassBuilder("")
                                .addJavadoc(Comments.unrecognised())
                                .build())
                .addField(ATOM, "atom", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addStatement("this.atom = $T.empty()", Types.OPTIONAL)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(Types.ATOM, "atom")
                        .addStatement("this.atom = $T.of(atom)", Types.OPTIONAL)
                        .build())
                .addMethod(MethodSpec.methodBuilder("atom")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(ATOM)
                        .addStatement("return atom")
                        .build())
                .build();
    }
}
