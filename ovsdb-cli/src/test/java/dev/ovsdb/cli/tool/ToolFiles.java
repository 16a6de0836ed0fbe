package dev.ovsdb.cli.tool;

import dev.ovsdb.testkit.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The files that the matrix begins with: schemas, and databases that are damaged in every way, made by the reference. */
final class ToolFiles {
    private static final String INSERT = "[\"Types\",{\"op\":\"insert\",\"table\":\"Empty\",\"row\":{\"x\":\"y\"}}]";

    private ToolFiles() {}

    static void make(Path folder) throws IOException {
        Tool tool = Tool.named("ovsdb-tool");
        String types = resource();
        write(folder, "types.ovsschema", types);
        write(folder, "types2.ovsschema", types.replace("1.2.3", "1.3.0").replace("\"eph\":", "\"more\":"));
        write(folder, "narrow.ovsschema", types.replace("\"s\":{\"type\":\"string\"}", "\"s\":{\"type\":\"integer\"}"));
        write(folder, "bad.ovsschema", types.replace("\"integer\"}", "\"int\"}"));
        write(folder, "broken.ovsschema", types.substring(0, 500));
        write(folder, "empty", "");
        Files.copy(Path.of("/usr/share/openvswitch/vswitch.ovsschema"), folder.resolve("vswitch.ovsschema"));
        Files.createDirectory(folder.resolve("folder"));
        Path good = folder.resolve("good");
        tool.output("create", good.toString(), folder.resolve("types.ovsschema").toString());
        for (int i = 0; i < 3; i++) {
            tool.output("transact", good.toString(), INSERT);
        }
        damage(folder, Files.readAllBytes(good));
        tool.output("create-cluster", folder + "/cluster", good.toString(), "tcp:127.0.0.1:6644");
        tool.output("join-cluster", folder + "/joining", "Types", "tcp:127.0.0.1:6645", "tcp:127.0.0.1:6644");
    }

    private static void damage(Path folder, byte[] good) throws IOException {
        Files.write(folder.resolve("torn"), Arrays.copyOf(good, good.length - 9));
        byte[] changed = good.clone();
        changed[changed.length - 20] ^= 1;
        Files.write(folder.resolve("changed"), changed);
        append(folder, "garbage", good, "hello\nworld\n");
        append(folder, "halfheader", good, "OVSDB JSON 12");
        append(
                folder,
                "strange",
                good,
                record(
                                "{\"_date\":1234567890,\"_comment\":\"old\",\"Nowhere\":{\"x\":{\"a\":[1,{\"c\":2,\"b\":3}]}},\"Empty\":{"
                                        + "\"11111111-1111-1111-1111-111111111111\":{\"x\":[],\"name\":\"called\",\"none\":{\"a\":1}}}}")
                        + record("{\"Empty\":{\"11111111-1111-1111-1111-111111111111\":{\"x\":\"v\",\"name\":7}}}")
                        + record("{\"Empty\":{\"11111111-1111-1111-1111-111111111111\":null},\"_is_diff\":true}")
                        + record("{\"_comment\":7,\"_date\":\"x\",\"Empty\":[]}"));
    }

    private static void append(Path folder, String name, byte[] good, String more) throws IOException {
        Files.write(folder.resolve(name), good);
        Files.writeString(folder.resolve(name), more, StandardOpenOption.APPEND);
    }

    private static String record(String json) {
        byte[] data = (json + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            String sha1 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(data));
            return "OVSDB JSON " + data.length + " " + sha1 + "\n" + json + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String resource() throws IOException {
        try (InputStream in = ToolFiles.class.getResourceAsStream("/dev/ovsdb/cli/client/every-type.ovsschema")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
