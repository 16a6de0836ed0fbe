package dev.ovsdb.cli.server;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.file.LogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with database files, good ones and all kinds of bad ones. */
final class ServerFiles {
    private static final String SCHEMA = "{'name':'NAME','version':'1.2.3','tables':{"
            + "'Root':{'isRoot':true,'columns':{'name':{'type':'string'},'number':{'type':'integer'},"
            + "'connections':{'type':{'key':{'type':'uuid','refTable':'Connection'},'min':0,'max':'unlimited'}}}},"
            + "'Connection':{'columns':{'target':{'type':'string'}},'indexes':[['target']]}}}";
    private static final String SHA1 = "0123456789012345678901234567890123456789";

    private ServerFiles() {}

    static void make(Path folder) throws IOException {
        Path good = database(folder, "a.db", "A");
        database(folder, "b.db", "B");
        database(folder, "same.db", "A");
        String text = Files.readString(good);
        Files.writeString(folder.resolve("bad.db"), "foo\n");
        Files.writeString(folder.resolve("empty.db"), "");
        Files.writeString(folder.resolve("cut.db"), text.substring(0, text.length() - 10));
        Files.writeString(folder.resolve("header.db"), text.substring(0, text.indexOf('\n') + 1));
        Files.writeString(folder.resolve("damaged.db"), text.replace("number", "numbed"));
        Files.writeString(folder.resolve("cluster.db"), "CLUSTER JSON 10 " + SHA1 + "\n");
        Files.writeString(folder.resolve("magic.db"), "OVSDBX JSON 10 " + SHA1 + "\n");
        Files.writeString(folder.resolve("torn.db"), text + "OVSDB JSON 100 " + SHA1 + "\nabc");
        Files.writeString(folder.resolve("badtail.db"), text + "OVSDB JSON 3 " + SHA1 + "\nabc\n");
        Files.createDirectory(folder.resolve("folder.db"));
    }

    private static Path database(Path folder, String file, String name) {
        String schema = SCHEMA.replace('\'', '"').replace("NAME", name);
        Path path = folder.resolve(file);
        LogFile.at(path).create(DatabaseSchema.parse(schema.getBytes(StandardCharsets.UTF_8)));
        return path;
    }
}
