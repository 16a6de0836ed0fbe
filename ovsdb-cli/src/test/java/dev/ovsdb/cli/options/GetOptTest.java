package dev.ovsdb.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.cli.options.CommandLine.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetOptTest {
    private enum Sample implements Option {
        FORMAT("format", 'f', Argument.REQUIRED),
        FORCE("force", 'x', Argument.NONE),
        VERBOSE("verbose", 'v', Argument.OPTIONAL);

        private final String longName;
        private final char shortName;
        private final Argument argument;

        Sample(String longName, char shortName, Argument argument) {
            this.longName = longName;
            this.shortName = shortName;
            this.argument = argument;
        }

        @Override
        public String longName() {
            return longName;
        }

        @Override
        public char shortName() {
            return shortName;
        }

        @Override
        public Argument argument() {
            return argument;
        }

        @Override
        public String value() {
            return "VALUE";
        }

        @Override
        public String summary() {
            return "";
        }
    }

    private static CommandLine<Sample> parse(String... arguments) {
        return GetOpt.parse(List.of(Sample.values()), List.of(arguments));
    }

    @Test
    void optionsAndOperandsMayBeMixed() {
        CommandLine<Sample> line = parse("dump", "-f", "csv", "table", "--force", "--", "-f");
        assertThat(line.operands()).containsExactly("dump", "table", "-f");
        assertThat(line.settings())
                .containsExactly(new Setting<>(Sample.FORMAT, "csv", true), new Setting<>(Sample.FORCE, "", false));
    }

    @Test
    void lettersMayBeJoined() {
        assertThat(parse("-xvdbg", "-xfcsv").settings())
                .containsExactly(
                        new Setting<>(Sample.FORCE, "", false),
                        new Setting<>(Sample.VERBOSE, "dbg", true),
                        new Setting<>(Sample.FORCE, "", false),
                        new Setting<>(Sample.FORMAT, "csv", true));
    }

    @Test
    void anOptionalValueIsNeverTheNextArgument() {
        assertThat(parse("-v", "dbg", "--verbose", "x").operands()).containsExactly("dbg", "x");
    }

    @Test
    void longNamesMayBeShortenedWhileTheyAreUnique() {
        assertThat(parse("--form=csv").settings()).containsExactly(new Setting<>(Sample.FORMAT, "csv", true));
        assertThatThrownBy(() -> parse("--for"))
                .hasMessage("option '--for' is ambiguous; possibilities: '--format' '--force'");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> parse("--nosuch=1")).hasMessage("unrecognized option '--nosuch=1'");
        assertThatThrownBy(() -> parse("-xq")).hasMessage("invalid option -- 'q'");
        assertThatThrownBy(() -> parse("-f")).hasMessage("option requires an argument -- 'f'");
        assertThatThrownBy(() -> parse("--format")).hasMessage("option '--format' requires an argument");
        assertThatThrownBy(() -> parse("--force=1")).hasMessage("option '--force' doesn't allow an argument");
    }
}
