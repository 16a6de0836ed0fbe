package dev.ovsdb.cli.tool;

import static dev.ovsdb.cli.options.OptionForm.flag;
import static dev.ovsdb.cli.options.OptionForm.optional;
import static dev.ovsdb.cli.options.OptionForm.valued;

import dev.ovsdb.cli.options.Option;
import dev.ovsdb.cli.options.OptionForm;

/** The options, in the order in which the reference names the candidates for an ambiguous one. */
public enum ToolOption implements Option {
    MORE(flag("more", 'm', "show-log: print more; twice for the values of columns")),
    RBAC_ROLE(valued("rbac-role", "ROLE", "the role under which to transact and query")),
    VERBOSE(optional("verbose", 'v', "SPEC", "log more")),
    HELP(flag("help", 'h', "display this help and exit")),
    OPTION(flag("option", 'o', "list the options and exit")),
    VERSION(flag("version", 'V', "display the version and exit"));

    private final OptionForm form;

    ToolOption(OptionForm form) {
        this.form = form;
    }

    @Override
    public OptionForm form() {
        return form;
    }
}
