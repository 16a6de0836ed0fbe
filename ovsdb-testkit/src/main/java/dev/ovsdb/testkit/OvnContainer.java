package dev.ovsdb.testkit;

import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitAllStrategy;

/**
 * A container with the databases of OVN, northbound and southbound, each served by an {@code ovsdb-server} of its own as OVN's start
 * scripts have it; with {@link #withNorthd} {@code ovn-northd} keeps the second in step with the first.
 *
 * <pre>{@code
 * try (var ovn = new OvnContainer().withNorthd()) {
 *     ovn.start();
 *     connect(ovn.northbound());
 * }
 * }</pre>
 *
 * <p>The image must have {@code sh}, {@code ovsdb-server}, {@code ovsdb-tool}, the two schemas where OVN or Open vSwitch installs such,
 * unless {@link #withSchemas} brings them, and {@code ovn-northd} if that is wanted; {@code ci/ovs-image} makes one of what is installed.
 */
public class OvnContainer extends ServerContainer<OvnContainer> {
    private static final String NORTHBOUND = "nb";
    private static final String SOUTHBOUND = "sb";

    /** A function of the shell that finds a schema. */
    private static final String FIND_SCHEMA =
            "schema() { for file in " + FOLDER + "/$1 /usr/share/ovn/$1 /usr/local/share/ovn/$1"
                    + " /usr/share/openvswitch/$1 /usr/local/share/openvswitch/$1; do if [ -e $file ]; then echo $file; return; fi; done;"
                    + " echo \"this image has no $1\" >&2; exit 1; }; ";

    /** Northbound and southbound in turn, so that a listener's index tells the database. */
    private final List<Listen> listens = new ArrayList<>(List.of(Listen.tcp(), Listen.tcp()));

    private boolean tls;
    private boolean northd;

    /** A container of the {@linkplain OvsdbContainer#defaultImage default image}. */
    public OvnContainer() {
        this(OvsdbContainer.defaultImage());
    }

    /** A container of this image. */
    public OvnContainer(String image) {
        super(image, new ServerLog());
    }

    /** Takes these schemas in the place of the image's. */
    public OvnContainer withSchemas(Path northbound, Path southbound) {
        copyIn(northbound, "ovn-nb.ovsschema");
        return copyIn(southbound, "ovn-sb.ovsschema");
    }

    /** Runs {@code ovn-northd} too; the container has started when it is active. */
    public OvnContainer withNorthd() {
        northd = true;
        return this;
    }

    /** Listens with TLS too, under this identity, and asks clients for a certificate of the PKI's authority. */
    public OvnContainer withTls(ReferencePki pki, Identity identity) {
        tls = true;
        listens.addAll(List.of(Listen.ssl(), Listen.ssl()));
        return certificates(pki, identity);
    }

    /** The connection method of the database OVN_Northbound, without TLS. */
    public String northbound() {
        return northbound("tcp");
    }

    /**
     * The connection method of the database OVN_Northbound.
     *
     * @param name {@code "tcp"}, or {@code "ssl"} after {@link #withTls}
     */
    public String northbound(String name) {
        return active(index(name));
    }

    /** The connection method of the database OVN_Southbound, without TLS. */
    public String southbound() {
        return southbound("tcp");
    }

    /** The connection method of the database OVN_Southbound; names are as for {@link #northbound(String)}. */
    public String southbound(String name) {
        return active(index(name) + 1);
    }

    private int index(String name) {
        List<String> names = listens.stream().map(Listen::name).toList();
        if (!names.contains(name))
            throw new IllegalArgumentException("no listener \"" + name + "\": this container has " + names);
        return names.indexOf(name);
    }

    /** Runs {@code ovn-nbctl}, which the image must have, and returns what it prints; throws if it does not succeed. */
    public String nbctl(String... arguments) {
        return run(List.of("ovn-nbctl", "--db=unix:" + file(NORTHBOUND, "sock")), arguments);
    }

    /** Runs {@code ovn-sbctl}, which the image must have, and returns what it prints; throws if it does not succeed. */
    public String sbctl(String... arguments) {
        return run(List.of("ovn-sbctl", "--db=unix:" + file(SOUTHBOUND, "sock")), arguments);
    }

    @Override
    List<Listen> listens() {
        return listens;
    }

    @Override
    protected void configure() {
        WaitAllStrategy all = new WaitAllStrategy().withStrategy(Wait.forLogMessage(READY, 2));
        if (northd) all.withStrategy(Wait.forLogMessage("(?s).*ovn-northd instance is now active.*", 1));
        waitingFor(all);
        super.configure();
    }

    /** Makes the databases, starts what belongs to the southbound server's side, then becomes the northbound server. */
    @Override
    String script() {
        StringBuilder script = new StringBuilder("mkdir -p " + FOLDER + " && ").append(FIND_SCHEMA);
        for (String name : List.of(NORTHBOUND, SOUTHBOUND)) {
            script.append("file=$(schema ovn-").append(name).append(".ovsschema) || exit 1; ");
            script.append("ovsdb-tool create ").append(file(name, "db")).append(" $file || exit 1; ");
        }
        script.append(server(SOUTHBOUND, 1)).append(" & ");
        if (northd) script.append(northdCommand()).append(" & ");
        return script.append("exec ").append(server(NORTHBOUND, 0)).toString();
    }

    private String server(String name, int first) {
        List<String> words = new ArrayList<>(List.of("ovsdb-server", "-vsyslog:off", "-vconsole:info", "--no-chdir"));
        words.add("--unixctl=" + file(name, "ctl"));
        words.add("--remote=punix:" + file(name, "sock"));
        for (int i = first; i < listens.size(); i += 2) words.add("--remote=" + passive(i));
        if (tls) words.addAll(ServerPlan.tlsArguments(FOLDER));
        words.add(file(name, "db"));
        return quoted(words);
    }

    private static String northdCommand() {
        return quoted(List.of(
                "ovn-northd",
                "-vsyslog:off",
                "-vconsole:info",
                "--unixctl=" + file("northd", "ctl"),
                "--ovnnb-db=unix:" + file(NORTHBOUND, "sock"),
                "--ovnsb-db=unix:" + file(SOUTHBOUND, "sock")));
    }

    private static String file(String name, String kind) {
        return FOLDER + "/" + name + "." + kind;
    }
}
