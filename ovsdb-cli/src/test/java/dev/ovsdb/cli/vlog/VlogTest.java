package dev.ovsdb.cli.vlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.time.Clock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VlogTest {
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Vlog log = new Vlog(
            "program",
            List.of("jsonrpc", "vlog"),
            new PrintStream(console, true, StandardCharsets.UTF_8),
            new StoppedClock(Instant.parse("2026-02-03T04:05:06.789Z")));

    private record StoppedClock(Instant now) implements Clock {
        @Override
        public long nanoTime() {
            return 0;
        }
    }

    private String shown() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private void set(String specification) {
        log.apply(LogSpec.parse(specification, List.of("jsonrpc", "vlog")));
    }

    @Test
    void aLineHasTheReferencesForm() {
        log.info("jsonrpc", "hello");
        log.warn("elsewhere", "beware");
        assertThat(shown())
                .isEqualTo("2026-02-03T04:05:06Z|00001|jsonrpc|INFO|hello\n"
                        + "2026-02-03T04:05:06Z|00002|elsewhere|WARN|beware\n");
    }

    @Nested
    class Levels {
        @Test
        void areOfAModuleAndADestination() {
            set("jsonrpc:console:warn");
            log.info("jsonrpc", "unheard");
            log.info("vlog", "heard");
            assertThat(shown()).doesNotContain("unheard").contains("heard");
            assertThat(log.describeLevels())
                    .isEqualTo("                 console    syslog    file\n"
                            + "                 -------    ------    ------\n"
                            + "jsonrpc           WARN       INFO       INFO\n"
                            + "vlog              INFO       INFO       INFO\n");
        }

        @Test
        void areOfAllModulesAlsoThoseNotListed() {
            set("err");
            log.warn("elsewhere", "unheard");
            assertThat(shown()).isEmpty();
        }

        @Test
        void areLowestWhereNotNamed() {
            set("jsonrpc");
            log.log("jsonrpc", LogLevel.DBG, "fine");
            assertThat(shown()).contains("|jsonrpc|DBG|fine");
        }

        @ParameterizedTest
        @CsvSource({
            "foo, no destination; level; or module \"foo\"",
            "dbg:info, cannot specify multiple levels",
            "console:syslog, cannot specify multiple destinations",
            "vlog:jsonrpc, cannot specify multiple modules",
            "PATTERN, missing destination",
            "PATTERN:Foo:x, unknown destination \"Foo\"",
            "FACILITY:xx, invalid facility",
        })
        void areRefusedInTheReferencesWords(String specification, String message) {
            assertThatThrownBy(() -> set(specification)).hasMessage(message.replace(';', ','));
        }
    }

    @Nested
    class Patterns {
        @ParameterizedTest
        @CsvSource(
                delimiter = '!',
                ignoreLeadingAndTrailingWhitespace = false,
                value = {
                    "%A|%B|%c|%m|%N|%p|%r|%t|%T|%%!program|134|vlog|text|1|INFO|0|main||%",
                    "%05N|%-6p|%6p|%x|!00001|INFO  |  INFO|x|",
                    "%D{%Y-%m-%d %e %h %a %j %T %Z}!2026-02-03  3 Feb Tue 034 04:05:06 UTC",
                    "%D{%H:%M:%S.###}!04:05:06.789",
                    "%D!2026-02-03 04:05:06.789",
                    "end%!end%",
                })
        void areThoseOfTheReference(String pattern, String line) {
            set("PATTERN:console:" + pattern);
            log.info("vlog", "text");
            assertThat(shown()).isEqualTo(line + "\n");
        }
    }

    @Nested
    class File {
        @TempDir
        private Path folder;

        @Test
        void canBeMovedAwayAndOpenedAnew() throws Exception {
            set("console:off");
            Path file = folder.resolve("log");
            assertThat(log.openFile(file)).isNull();
            log.info("vlog", "first");
            Files.move(file, folder.resolve("old"));
            assertThat(log.reopenFile()).isNull();
            log.info("vlog", "second");
            assertThat(Files.readString(folder.resolve("old")))
                    .contains("opened log file " + file)
                    .contains("first")
                    .endsWith("closing log file\n");
            assertThat(Files.readString(file)).contains("second").doesNotContain("first");
            log.closeFile();
            log.info("vlog", "third");
            assertThat(Files.readString(file)).doesNotContain("third");
        }

        @Test
        void thatCannotBeOpenedIsTold() {
            assertThat(log.openFile(folder.resolve("none/log"))).isEqualTo("No such file or directory");
            assertThat(shown()).contains("|vlog|WARN|failed to open " + folder + "/none/log for logging: No such file");
        }

        @Test
        void isNotOpenedUnasked() {
            assertThat(log.reopenFile()).isEqualTo("Logging to file not configured");
        }
    }
}
