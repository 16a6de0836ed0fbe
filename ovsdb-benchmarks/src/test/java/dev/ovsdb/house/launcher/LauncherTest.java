package dev.ovsdb.house.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.house.Sources;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script of sh")
class LauncherTest {
    @TempDir
    private Path folder;

    private FakeClone clone;

    @BeforeEach
    void makeClone() throws IOException {
        clone = new FakeClone(folder);
    }

    @Nested
    class Building {
        @Test
        void happensOnFirstUseOnly() throws Exception {
            run();
            run();
            assertThat(clone.builds()).isEqualTo(1);
        }

        @Test
        void happensAgainWhenASourceOfAnyModuleChanged() throws Exception {
            run();
            clone.touch(clone.source("ovsdb-protocol"));
            run();
            assertThat(clone.builds()).isEqualTo(2);
        }

        @Test
        void happensAgainWhenASourceIsGone() throws Exception {
            run();
            Path source = clone.source("ovsdb-client");
            Files.delete(source);
            clone.touch(source.getParent());
            run();
            assertThat(clone.builds()).isEqualTo(2);
        }

        @Test
        void saysEverythingOnStandardError() throws Exception {
            FakeClone.Run first = run("client");
            assertThat(first.errors()).contains("Building ovsdb").contains("output of the build");
            assertThat(first.output()).startsWith("[-XX:").endsWith("[dev.ovsdb.cli.Main][client]");
        }

        @Test
        void thatFailsEndsTheCommandAndLeavesNothingBehind() throws Exception {
            clone.breakTheBuild();
            FakeClone.Run failed = run();
            assertThat(failed.status()).isEqualTo(1);
            assertThat(failed.output()).isEmpty();
            assertThat(failed.errors()).contains("the build failed");
            run();
            assertThat(clone.builds()).isEqualTo(2);
        }
    }

    @Nested
    class Running {
        @Test
        void handsArgumentsOnAsTheyAre() throws Exception {
            assertThat(run("client", "a b", "", "*", "'").output()).endsWith("[client][a b][][*][']");
        }

        @Test
        void endsWithTheStatusOfTheCommand() throws Exception {
            assertThat(clone.run(clone.launcher(), folder, 42).status()).isEqualTo(42);
        }

        @Test
        void usesTheJarsOfItsOwnBuildButNotTheirSources() throws Exception {
            assertThat(run().output())
                    .containsPattern("\\[-XX:SharedArchiveFile=[^]]*/app-\\d+/ovsdb\\.jsa]")
                    .containsPattern("\\[-cp]\\[[^]]*/app-\\d+/ovsdb-cli\\.jar:[^]]*/app-\\d+/library\\.jar]")
                    .doesNotContain("sources");
        }

        @Test
        void underAnotherNameIsThatProgram() throws Exception {
            Path link = Files.createSymbolicLink(folder.resolve("ovsdb-client"), clone.launcher());
            assertThat(clone.run(link, folder, 0, "list-dbs").output())
                    .endsWith("[-Dovsdb.program=ovsdb-client][dev.ovsdb.cli.Main][list-dbs]");
        }

        @Test
        void findsItsCloneThroughChainsOfRelativeLinks() throws Exception {
            Path bin = Files.createDirectories(folder.resolve("bin"));
            Files.createSymbolicLink(bin.resolve("middle"), Path.of("../the clone/ovsdb"));
            Path link = Files.createSymbolicLink(bin.resolve("ovsdb"), Path.of("middle"));
            assertThat(clone.run(link, Path.of("/"), 0, "x").output()).endsWith("[dev.ovsdb.cli.Main][x]");
        }
    }

    @Nested
    class ChoosingTheHeapOfAServer {
        @Test
        void isFrugalWithASmallDatabase() throws Exception {
            assertThat(serve(1).output())
                    .contains("[-XX:+UseSerialGC][-Xmn64m]")
                    .doesNotContain("-Xms");
        }

        @Test
        void keepsPausesShortWithALargeOne() throws Exception {
            assertThat(serve(20).output())
                    .contains("[-XX:+UseG1GC]", "[-Xms100m]")
                    .doesNotContain("Serial");
        }

        @Test
        void leavesTheSizeToWhoeverSaysOne() throws Exception {
            clone.javaOptions("-Xmx8g");
            assertThat(serve(20).output())
                    .contains("[-XX:+UseG1GC]", "[-Xmx8g]")
                    .doesNotContain("-Xms");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 20})
        void leavesTheCollectorToWhoeverNamesOne(int megabytes) throws Exception {
            clone.javaOptions("-XX:+UseParallelGC");
            assertThat(serve(megabytes).output())
                    .contains("[-XX:+UseParallelGC]")
                    .doesNotContain("G1", "Serial");
        }

        private FakeClone.Run serve(int megabytes) throws Exception {
            Path database = folder.resolve("db");
            try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
                file.setLength(megabytes << 20);
            }
            FakeClone.Run run = run("server", database.toString());
            assertThat(run.status()).as(run.errors()).isZero();
            return run;
        }
    }

    @Nested
    class FindingAJdk {
        @Test
        void takesOneThatIsNewEnough() throws Exception {
            assertThat(isJdk17(FakeClone.jdk(folder.resolve("a"), "17"))).isTrue();
            assertThat(isJdk17(FakeClone.jdk(folder.resolve("b"), "25.0.1"))).isTrue();
            assertThat(isJdk17(FakeClone.jdk(folder.resolve("c"), "26-ea"))).isTrue();
        }

        @Test
        void passesOverOldOnes() throws Exception {
            assertThat(isJdk17(FakeClone.jdk(folder.resolve("a"), "11.0.2"))).isFalse();
            assertThat(isJdk17(FakeClone.jdk(folder.resolve("b"), "1.8.0_402"))).isFalse();
        }

        @Test
        void passesOverARuntimeWithoutCompiler() throws Exception {
            Path runtime = FakeClone.jdk(folder.resolve("a"), "17");
            Files.delete(runtime.resolve("bin/javac"));
            assertThat(isJdk17(runtime)).isFalse();
        }

        private boolean isJdk17(Path home) throws Exception {
            Process shell = new ProcessBuilder(
                            "sh",
                            "-c",
                            ". \"$0\" && is_jdk \"$1\" 17 && echo yes",
                            Sources.file("ci/java.sh").toString(),
                            home.toString())
                    .start();
            String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            shell.waitFor();
            return answer.equals("yes\n");
        }
    }

    private FakeClone.Run run(String... arguments) throws Exception {
        return clone.run(clone.launcher(), folder, 0, arguments);
    }
}
