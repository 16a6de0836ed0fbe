package dev.ovsdb.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.OwnProgram;
import dev.ovsdb.cli.program.ProcessProgram;
import dev.ovsdb.cli.program.Program;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files that were cut or damaged, in the reference's programs and in ours: both tools say the same of them, both servers find the
 * same rows, write on, and read what the other one then has. Nothing that ours leaves out is lost.
 *
 * <p>The property {@code ovsdb.damages} says at how many random places each file is cut and changed besides those at its records,
 * {@code ovsdb.damages.served} how many of these are given to the servers, {@code ovsdb.damages.seed} by which seed.
 */
@RequiresPeer({"ovsdb-server", "ovsdb-tool", "ovsdb-client"})
class DamagedFilesIT {
    private static final int RANDOM = Integer.getInteger("ovsdb.damages", 20);
    private static final int SERVED = Integer.getInteger("ovsdb.damages.served", 12);
    private static final long SEED = Long.getLong("ovsdb.damages.seed", System.nanoTime());
    private static final String SCHEMA = "{\"name\":\"D\",\"version\":\"1.0.0\",\"tables\":{\"T\":{\"isRoot\":true,"
            + "\"indexes\":[[\"k\"]],\"columns\":{\"k\":{\"type\":\"string\"},\"n\":{\"type\":\"integer\"},"
            + "\"set\":{\"type\":{\"key\":\"integer\",\"min\":0,\"max\":\"unlimited\"}},"
            + "\"map\":{\"type\":{\"key\":\"string\",\"value\":\"string\",\"min\":0,\"max\":\"unlimited\"}}}}}}";
    private static final String QUERY = "[\"D\",{\"op\":\"select\",\"table\":\"T\",\"where\":[],"
            + "\"columns\":[\"_uuid\",\"k\",\"n\",\"set\",\"map\"],\"sort\":[\"_uuid\"]}]";
    private static final String INSERT = "[\"D\",{\"op\":\"insert\",\"table\":\"T\","
            + "\"uuid\":\"12345678-1234-1234-1234-123456789abc\",\"row\":{\"k\":\"written afterwards\"}}]";

    private final Random random = new Random(SEED);
    private final WorkFolder folder = WorkFolder.create();
    private Path reference;
    private Path own;

    /** Who made the file. */
    enum Maker {
        REFERENCE,
        OURS,
        REFERENCE_COMPACTED,
        OURS_COMPACTED;

        private ToolRun run(Path folder, String... arguments) {
            return name().startsWith("OURS")
                    ? ToolRun.own(folder, List.of(arguments))
                    : ToolRun.reference(folder, List.of(arguments));
        }
    }

    @BeforeEach
    void makeFolders() throws IOException {
        reference = Files.createDirectory(folder.file("r"));
        own = Files.createDirectory(folder.file("o"));
        for (Path each : List.of(reference, own)) {
            Files.writeString(each.resolve("dump"), "ovsdb-client dump unix:" + each + "/s D >" + each + "/dumped\n");
            Files.writeString(
                    each.resolve("write"),
                    "set -e; ovsdb-client dump unix:" + each + "/s D >" + each + "/before\n"
                            + "ovsdb-client transact unix:" + each + "/s '" + INSERT + "' >" + each + "/answer\n"
                            + "ovsdb-client dump unix:" + each + "/s D >" + each + "/after\n");
        }
    }

    @AfterEach
    void deleteFolders() {
        folder.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsBeforeTheDamageIsKept(Maker maker) throws IOException {
        byte[] good = make(maker);
        List<Damage> all = new ArrayList<>(Damage.of(good, random, RANDOM));
        List<String> differing = new ArrayList<>();
        for (Damage damage : all) {
            shownTheSame(damage, differing);
        }
        Collections.shuffle(all, random);
        List<Damage> served = all.subList(0, Math.min(SERVED, all.size()));
        for (Damage damage : served) {
            servedTheSame(damage, differing);
        }
        assertThat(differing).as("seed %s", SEED).isEmpty();
        System.out.println("damaged files made by " + maker + ": " + all.size() + " shown by the tools and "
                + served.size() + " served as the reference does, seed " + SEED);
    }

    private byte[] make(Maker maker) throws IOException {
        Path made = Files.createDirectory(folder.file("made"));
        Files.writeString(made.resolve("schema"), SCHEMA);
        require(maker.run(made, "create", "@db", "@schema"));
        for (int i = 0; i < 8; i++) {
            require(maker.run(made, "transact", "@db", transaction(i)));
        }
        if (maker.name().endsWith("COMPACTED")) {
            require(maker.run(made, "compact", "@db"));
            require(maker.run(made, "transact", "@db", transaction(8)));
            require(maker.run(made, "transact", "@db", transaction(9)));
        }
        return Files.readAllBytes(made.resolve("db"));
    }

    private static void require(ToolRun run) {
        assertThat(run.status()).as("%s", run).isZero();
        assertThat(run.out()).doesNotContain("\"error\"");
    }

    private String transaction(int number) {
        String every = "\"table\":\"T\",\"where\":[]";
        return "[\"D\",{\"op\":\"insert\",\"table\":\"T\",\"row\":{\"k\":\"row " + number + "\",\"n\":"
                + random.nextInt(99)
                + ",\"map\":[\"map\",[[\"a\",\"\\u00e4\\n\"],[\"b\",\"" + "x".repeat(random.nextInt(200)) + "\"]]]}},"
                + "{\"op\":\"mutate\"," + every + ",\"mutations\":[[\"set\",\"insert\"," + random.nextInt(9) + "],"
                + "[\"map\",\"delete\",[\"set\",[\"a\"]]]]},"
                + "{\"op\":\"delete\",\"table\":\"T\",\"where\":[[\"k\",\"==\",\"row " + (number - 3) + "\"]]}]";
    }

    /** The tools only look. */
    private void shownTheSame(Damage damage, List<String> differing) throws IOException {
        place(damage);
        for (List<String> line :
                List.of(List.of("-voff", "query", "@db", QUERY), List.of("-voff", "-m", "show-log", "@db"))) {
            ToolRun expected = ToolRun.reference(reference, line);
            ToolRun actual = ToolRun.own(own, line);
            if (!actual.sorted().equals(expected.sorted())) {
                differing.add(damage + ": " + line + "\n  expected " + expected + "\n  was      " + actual);
            }
        }
        assertThat(Files.readAllBytes(own.resolve("db"))).as("%s", damage).isEqualTo(damage.content());
    }

    private void servedTheSame(Damage damage, List<String> differing) throws IOException {
        place(damage);
        Outcome expected = serve(ProcessProgram.reference("ovsdb-server", reference), reference, reference, "write");
        Outcome actual = serve(new OwnProgram("server", own), own, own, "write");
        String was = said(own, actual);
        String should = said(reference, expected);
        if (!was.equals(should)) {
            differing.add(damage + ": served\n  expected " + should + "\n  was      " + was);
        } else if (expected.status() == 0) {
            nothingIsLost(damage);
            eachReadsTheOthers(damage);
        } else {
            assertThat(Files.readAllBytes(own.resolve("db"))).as("%s", damage).isEqualTo(damage.content());
        }
    }

    private static Outcome serve(Program server, Path itsFolder, Path files, String script) {
        return server.run(
                files.resolve("db").toString(),
                "--remote=punix:" + itsFolder + "/s",
                "--unixctl=none",
                "--run=sh " + itsFolder + "/" + script,
                "-vconsole:off");
    }

    private static String said(Path folder, Outcome outcome) throws IOException {
        StringBuilder said = new StringBuilder(outcome.toString().replace(folder.toString(), "@"));
        for (String name : List.of("before", "answer", "after")) {
            Path file = folder.resolve(name);
            said.append('\n').append(Files.exists(file) ? Files.readString(file) : "nothing");
        }
        return said.toString();
    }

    /** What our server did not understand stands in the file or beside it, unless it is the beginning of a record. */
    private void nothingIsLost(Damage damage) throws IOException {
        byte[] now = Files.readAllBytes(own.resolve("db"));
        int kept = Arrays.mismatch(now, damage.content());
        List<Path> aside;
        try (Stream<Path> files = Files.list(own)) {
            aside = files.filter(file -> file.toString().contains(".damaged-")).toList();
        }
        if (aside.isEmpty()) {
            assertThat(damage.isCut() || kept >= damage.content().length - 1)
                    .as("%s: nothing was put aside", damage)
                    .isTrue();
            return;
        }
        assertThat(damage.isCut()).as("%s: put aside", damage).isFalse();
        String name = aside.get(0).getFileName().toString();
        int offset = Integer.parseInt(name.replace("db.damaged-", ""));
        assertThat(Arrays.copyOf(now, offset)).isEqualTo(Arrays.copyOf(damage.content(), offset));
        assertThat(Files.readAllBytes(aside.get(0)))
                .as("%s", damage)
                .isEqualTo(Arrays.copyOfRange(damage.content(), offset, damage.content().length));
    }

    private void eachReadsTheOthers(Damage damage) throws IOException {
        String rows = Files.readString(reference.resolve("after"));
        assertThat(rows).contains("written afterwards");
        assertThat(dump(ProcessProgram.reference("ovsdb-server", reference), reference, own))
                .as("%s: ours, read by the reference", damage)
                .isEqualTo(rows);
        assertThat(dump(new OwnProgram("server", own), own, reference))
                .as("%s: the reference's, read by ours", damage)
                .isEqualTo(rows);
        ToolRun show = ToolRun.reference(own, List.of("show-log", "@db"));
        assertThat(show.status()).as("%s: %s", damage, show).isZero();
        assertThat(show.message()).as("%s", damage).isEmpty();
    }

    private static String dump(Program server, Path itsFolder, Path files) throws IOException {
        assertThat(serve(server, itsFolder, files, "dump").status()).isZero();
        return Files.readString(itsFolder.resolve("dumped"));
    }

    private void place(Damage damage) throws IOException {
        for (Path each : List.of(reference, own)) {
            try (Stream<Path> files = Files.list(each)) {
                for (Path file : files.filter(
                                path -> !path.getFileName().toString().matches("dump|write"))
                        .toList()) {
                    Files.delete(file);
                }
            }
            Files.write(each.resolve("db"), damage.content());
        }
    }
}
