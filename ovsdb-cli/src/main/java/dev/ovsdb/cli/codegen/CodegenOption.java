package dev.ovsdb.cli.codegen;

import static dev.ovsdb.cli.options.OptionForm.flag;
import static dev.ovsdb.cli.options.OptionForm.valued;

import dev.ovsdb.cli.options.Option;
import dev.ovsdb.cli.options.OptionForm;

/** The options. */
public enum CodegenOption implements Option {
    PACKAGE(valued("package", 'p', "NAME", "the Java package of the types (needed)")),
    OUTPUT(valued("output", 'o', "FOLDER", "the source folder to write below (default: this one)")),
    DOCUMENTATION(valued("documentation", 'd', "FILE", "texts for the Javadoc, as in vswitch.xml")),
    HELP(flag("help", 'h', "display this help and exit"));

    private final OptionForm form;

    CodegenOption(OptionForm form) {
        this.form = form;
    }

    @Override
    public OptionForm form() {
        return form;
    }
}
