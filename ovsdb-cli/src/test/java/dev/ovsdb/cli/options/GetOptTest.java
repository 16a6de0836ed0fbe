package dev.ovsdb.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.cli.options.CommandLine.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetOptTest {
    private enum Sample implements Option {
        FORMAT(OptionForm.valued("format", 'f', "VALUE", "")),
        FORCE(OptionForm.flag("force", 'x', "")),
        VERBOSE(OptionForm.optional("verbose", 'v', "VALUE", ""));

        private final OptionForm form;

        Sample(OptionForm form) {
            this.form = form;
        }

        @Override
        public OptionForm form() {
            return form;
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
