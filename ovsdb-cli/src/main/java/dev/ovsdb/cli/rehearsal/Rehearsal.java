package dev.ovsdb.cli.rehearsal;

import dev.ovsdb.cli.Main;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.file.LogFile;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs our server and common commands against it, in one process, so that a class-data archive made of this run holds what a
 * later start of either loads: connections, storage and printing, not only the help text.
 */
public final class Rehearsal {
    private static final String DATABASE = "Rehearsal";
    private static final String SCHEMA = "{'name':'Rehearsal','version':'1.0.0','tables':{'Thing':{'columns':{"
            + "'name':{'type':'string'},"
            + "'size':{'type':{'key':{'type':'integer','minInteger':0},'min':0,'max':1}},"
            + "'likes':{'type':{'key':{'type':'uuid','refTable':'Thing','refType':'weak'},'min':0,'max':'unlimited'}},"
            + "'tags':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}}},"
            + "'indexes':[['name']]}}}";
    private static final String TRANSACTION = "['Rehearsal',"
            + "{'op':'insert','table':'Thing','row':{'name':'a','size':1,'tags':['map',[['k','v']]]},'uuid-name':'a'},"
            + "{'op':'insert','table':'Thing','row':{'name':'b','likes':['named-uuid','a']}},"
            + "{'op':'update','table':'Thing','where':[['name','==','a']],'row':{'size':2}},"
            + "{'op':'mutate','table':'Thing','where':[],'mutations':[['size','+=',1]]},"
            + "{'op':'select','table':'Thing','where':[]},{'op':'commit','durable':true}]";

    /** What a session asks of a database; each line is a message. */
    private static final List<String> SESSION = List.of(
            "{'id':1,'method':'get_schema','params':['Rehearsal']}",
            "{'id':2,'method':'set_db_change_aware','params':[true]}",
            "{'id':3,'method':'monitor','params':['Rehearsal','m',{'Thing':[{'columns':['name']}]}]}",
            "{'id':4,'method':'monitor_cond','params':['Rehearsal','c',{'Thing':[{'where':[['name','==','a']]}]}]}",
            "{'id':5,'method':'monitor_cond_since','params':['Rehearsal','s',{'Thing':[{'columns':['name','size','likes','tags']}]},"
                    + "'00000000-0000-0000-0000-000000000000']}",
            "{'id':6,'method':'lock','params':['l']}",
            "{'id':12,'method':'transact','params':['Rehearsal',{'op':'delete','table':'Thing','where':[]}]}",
            "{'id':7,'method':'transact','params':" + TRANSACTION + "}",
            "{'id':8,'method':'transact','params':['Rehearsal',{'op':'update','table':'Thing','where':[['name','==','b']],"
                    + "'row':{'tags':['map',[['k','w']]]}},{'op':'delete','table':'Thing','where':[['name','==','a']]}]}",
            "{'id':9,'method':'monitor_cond_change','params':['c','c',{'Thing':[{'where':[['name','!=','a']]}]}]}",
            "{'id':10,'method':'monitor_cancel','params':['m']}",
            "{'id':11,'method':'unlock','params':['l']}",
            "{'id':'done','method':'echo','params':[]}");

    private static final List<String> CONTROL = List.of(
            "{'id':1,'method':'memory/show','params':[]}", "{'id':'done','method':'ovsdb-server/compact','params':[]}");

    private Rehearsal() {}

    /** Ends with status 1, and says which, if a command failed. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ovsdb");
        int status;
        try {
            LogFile.at(folder.resolve("db")).create(DatabaseSchema.parse(json(SCHEMA)));
            status = rehearse(folder);
        } finally {
            delete(folder);
        }
        System.exit(status);
    }

    private static int rehearse(Path folder) throws InterruptedException {
        Thread server = new Thread(() -> serve(folder), "server");
        server.start();
        String remote = "unix:" + folder.resolve("s");
        int status = run(List.of("client", "-vconsole:off", "wait", remote, DATABASE, "connected"));
        for (List<String> command : List.of(
                List.of("--version"),
                List.of("list-dbs", remote),
                List.of("list-tables", remote, DATABASE),
                List.of("get-schema-version", remote, DATABASE),
                List.of("transact", remote, json(TRANSACTION)),
                List.of("dump", remote, DATABASE))) {
            List<String> line = new ArrayList<>(List.of("client"));
            line.addAll(command);
            status |= run(line);
        }
        status |= converse(folder.resolve("s"), SESSION);
        status |= converse(folder.resolve("c"), CONTROL);
        server.interrupt();
        server.join();
        String db = folder.resolve("db").toString();
        for (List<String> command : List.of(
                List.of("db-version", db),
                List.of("query", db, json("['Rehearsal',{'op':'select','table':'Thing','where':[]}]")),
                List.of("show-log", "-m", db),
                List.of("compact", db))) {
            List<String> line = new ArrayList<>(List.of("tool"));
            line.addAll(command);
            status |= run(line);
        }
        return status;
    }

    /** Sends messages; returns when the last one is answered. */
    private static int converse(Path socket, List<String> messages) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap(json(String.join("", messages)).getBytes(StandardCharsets.UTF_8)));
            ByteBuffer piece = ByteBuffer.allocate(1 << 16);
            StringBuilder answers = new StringBuilder();
            while (answers.indexOf("\"done\"") < 0) {
                if (channel.read(piece.clear()) < 0) {
                    throw new EOFException("hung up after " + answers);
                }
                answers.append(StandardCharsets.UTF_8.decode(piece.flip()));
            }
            return 0;
        } catch (IOException e) {
            System.err.println(socket + ": " + e);
            return 1;
        }
    }

    private static void serve(Path folder) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Main.run(
                List.of(
                        "server",
                        "--remote=punix:" + folder.resolve("s"),
                        "--unixctl=" + folder.resolve("c"),
                        "--pidfile=" + folder.resolve("p"),
                        "--log-file=" + folder.resolve("l"),
                        "-vconsole:off",
                        folder.resolve("db").toString()),
                InputStream.nullInputStream(),
                output,
                System.err,
                Collections.emptyMap());
    }

    private static int run(List<String> command) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status = Main.run(command, InputStream.nullInputStream(), output, output, Collections.emptyMap());
        if (status == 0) return 0;
        System.err.println(
                String.join(" ", command) + ": status " + status + ": " + output.toString(StandardCharsets.UTF_8));
        return 1;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
