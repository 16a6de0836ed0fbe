package dev.ovsdb.codegen;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.ovsdb.codegen.doc.Documentation;
import dev.ovsdb.codegen.schema.SchemaUnion;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes all types of a database. */
final class DatabaseFiles {
    private final String javaPackage;
    private final SchemaUnion union;
    private final DatabaseModel database;
    private final Comments comments;
    private final Map<String, String> files = new LinkedHashMap<>();

    DatabaseFiles(String javaPackage, SchemaUnion union, Documentation texts) {
        this.javaPackage = javaPackage;
        this.union = union;
        this.database = new DatabaseModel(union.schema());
        this.comments = new Comments(union, texts, database);
    }

    Map<String, String> write() {
        add(new DatabaseFile(javaPackage, comments).of(database));
        RowFile rows = new RowFile(javaPackage, database, comments);
        TableFile tables = new TableFile(javaPackage, database, comments);
        EnumFile enums = new EnumFile(javaPackage, comments);
        for (TableModel table : database.tables()) {
            add(rows.of(table));
            add(tables.of(table));
            table.columns().stream().flatMap(ColumnModel::enums).map(enums::of).forEach(this::add);
        }
        return files;
    }

    private void add(TypeSpec type) {
        JavaFile file = JavaFile.builder(javaPackage, type)
                .addFileComment(
                        "Generated from schema $L, $L. Not to be edited.",
                        union.schema().name(),
                        String.join(", ", union.versions()))
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        files.put(javaPackage.replace('.', '/') + "/" + type.name() + ".java", file.toString());
    }
}
