package dev.ovsdb.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What to run: the command line of a reference server, as a function of the folder that holds its files.
 *
 * <p>The folder is the same for the server and the test where the server is a process, and has another name inside a
 * container. Restarts keep the ports of the first start.
 */
final class ServerPlan {
    static final String PRIVATE_KEY = "key.pem";
    static final String CERTIFICATE = "cert.pem";
    static final String AUTHORITY = "ca.pem";

    private static final String CONTROL_SOCKET = "ctl";
    private static final String SOCKET = "sock";

    private final List<Listen> listens;
    private final List<String> dialOuts;
    private final List<String> options;
    private final boolean tls;
    private final int databases;

    ServerPlan(List<Listen> listens, List<String> dialOuts, List<String> options, boolean tls, int databases) {
        this.listens = List.copyOf(listens);
        this.dialOuts = List.copyOf(dialOuts);
        this.options = List.copyOf(options);
        this.tls = tls;
        this.databases = databases;
    }

    List<Listen> listens() {
        return listens;
    }

    int databases() {
        return databases;
    }

    static String databaseFile(int index) {
        return "db" + index + ".db";
    }

    static String schemaFile(int index) {
        return "db" + index + ".ovsschema";
    }

    static String controlSocket(String folder) {
        return folder + "/" + CONTROL_SOCKET;
    }

    static String socket(String folder) {
        return folder + "/" + SOCKET;
    }

    /** The arguments of {@code ovsdb-server}: its files are in this folder as it sees it, its ports are for listeners by index. */
    List<String> arguments(String folder, Ports ports) {
        return arguments(folder, (int i) -> listens.get(i).passive(ports.argument(i)));
    }

    /** The same, with the connection method of each TCP listener given by its index. */
    List<String> arguments(String folder, IntFunction<String> passiveMethod) {
        List<String> arguments = new ArrayList<>(List.of("-vsyslog:off", "-vconsole:info", "--no-chdir"));
        arguments.add("--unixctl=" + controlSocket(folder));
        for (int i = 0; i < listens.size(); i++) arguments.add("--remote=" + remote(i, folder, passiveMethod));
        dialOuts.forEach(method -> arguments.add("--remote=" + method));
        if (tls) arguments.addAll(tlsArguments(folder));
        arguments.addAll(options);
        for (int i = 0; i < databases; i++) arguments.add(folder + "/" + databaseFile(i));
        return arguments;
    }

    private String remote(int index, String folder, IntFunction<String> passiveMethod) {
        return listens.get(index).isUnix() ? "punix:" + socket(folder) : passiveMethod.apply(index);
    }

    static List<String> tlsArguments(String folder) {
        return List.of(
                "--private-key=" + folder + "/" + PRIVATE_KEY,
                "--certificate=" + folder + "/" + CERTIFICATE,
                "--ca-cert=" + folder + "/" + AUTHORITY);
    }
}
