package jp.kiyome.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one command takes.
 *
 * @param name its words, for example {@code policy check}
 * @param operands what stands behind it, for people
 * @param least operands at least
 * @param most operands at most
 * @param options its own and those of every command
 */
record Form(String name, String operands, int least, int most, List<Option> options) {

    private static final List<Option> EVERYWHERE = List.of(Option.flag("--help", "-h"), Option.one("--lang"));

    private static final List<Option> WORKING = List.of(
            Option.many("--policy"),
            Option.many("--password"),
            Option.one("--password-file"),
            Option.flag("--ask-password"),
            Option.many("--password-hint"),
            Option.many("--approve"),
            Option.one("--name"),
            Option.one("--jail"),
            Option.flag("--json"));

    private static final Option KEY_DIR = Option.one("--key-dir");

    private static final List<Option> WHOLE_STORE = List.of(Option.one("--store"));

    private static final List<Option> STORE = List.of(Option.one("--store"), Option.many("--organisation"));

    private static final List<Option> REPROCESSING = List.of(
            Option.many("--policy"),
            Option.one("--gateway"),
            Option.one("--jail"),
            Option.many("--password"),
            Option.one("--password-file"),
            Option.flag("--ask-password"),
            Option.flag("--json"),
            Option.flag("--receipts"),
            KEY_DIR,
            Option.one("--jobs", "-j"),
            Option.flag("--dry-run"),
            Option.flag("--again"),
            Option.one("--tries"),
            Option.one("--keep"),
            Option.one("--from"),
            Option.many("--state"),
            Option.one("--kind"),
            Option.one("--group"),
            Option.one("--outcome"),
            Option.one("--type"),
            Option.one("--finding"),
            Option.one("--engine"),
            Option.one("--policy-hash"),
            Option.one("--address"),
            Option.one("--text"),
            Option.one("--sha256"),
            Option.one("--threat"),
            Option.one("--since"),
            Option.one("--until"),
            Option.one("--broker"),
            Option.flag("--worker"));

    /** The program without a command. */
    static final Form ROOT = of("", "COMMAND", 0, 0, List.of(Option.flag("--version", "-V")));

    /** Every command. */
    static final List<Form> COMMANDS = List.of(
            of(
                    "sanitize",
                    "FILE",
                    1,
                    Integer.MAX_VALUE,
                    both(
                            WORKING,
                            List.of(
                                    Option.one("--output", "-o"),
                                    Option.flag("--receipts"),
                                    KEY_DIR,
                                    Option.flag("--force"),
                                    Option.one("--jobs", "-j")))),
            of("inspect", "FILE", 1, Integer.MAX_VALUE, WORKING),
            of(
                    "scan",
                    "FILE",
                    0,
                    Integer.MAX_VALUE,
                    List.of(Option.many("--policy"), Option.many("--url"), Option.flag("--probe"))),
            of("types", "TYPE", 0, Integer.MAX_VALUE, List.of()),
            of("verify", "FILE RECEIPT", 2, 2, List.of(Option.many("--key"), KEY_DIR)),
            of("policy check", "FILE", 1, 3, List.of()),
            of("policy show", "", 0, 0, List.of()),
            of("key", "", 0, 0, List.of(KEY_DIR)),
            of("store check", "", 0, 0, STORE),
            of("store sweep", "", 0, 0, STORE),
            of("store erase", "", 0, 0, STORE),
            of("store rewrap", "", 0, 0, STORE),
            of("store keys", "", 0, 0, WHOLE_STORE),
            of("store add-key", "", 0, 0, WHOLE_STORE),
            of("store drop-keys", "", 0, 0, WHOLE_STORE),
            of("reprocess", "", 0, 0, both(STORE, REPROCESSING)),
            of(
                    "rules test",
                    "MAIL",
                    1,
                    1,
                    List.of(
                            Option.one("--settings"),
                            Option.one("--from"),
                            Option.many("--to"),
                            Option.one("--client-ip"),
                            Option.one("--jail"))),
            of(
                    "serve",
                    "SETTINGS",
                    0,
                    1,
                    List.of(
                            Option.one("--jail"),
                            Option.flag("--check"),
                            Option.flag("--receipts"),
                            KEY_DIR,
                            Option.flag("--demo"),
                            Option.one("--port"))),
            of(
                    "web",
                    "",
                    0,
                    0,
                    both(
                            STORE,
                            List.of(
                                    Option.many("--policy"),
                                    Option.one("--gateway"),
                                    Option.one("--jail"),
                                    Option.one("--address"),
                                    Option.one("--port"),
                                    Option.flag("--https"),
                                    Option.one("--settings"),
                                    Option.flag("--receipts"),
                                    KEY_DIR,
                                    Option.flag("--check")))),
            of(
                    "people add",
                    "NAME",
                    1,
                    1,
                    both(
                            STORE,
                            List.of(
                                    Option.one("--full-name"),
                                    Option.one("--mail"),
                                    Option.one("--group"),
                                    Option.many("--role")))),
            of("people list", "", 0, 0, STORE),
            of("people lock", "NAME", 1, 1, STORE),
            of("people unlock", "NAME", 1, 1, STORE),
            of("people reset", "NAME", 1, 1, STORE),
            of("audit verify", "", 0, 0, both(STORE, List.of(Option.one("--heads")))),
            of("audit export", "", 0, 0, both(STORE, List.of(Option.one("--to"), Option.one("--after")))));

    private static Form of(String name, String operands, int least, int most, List<Option> options) {
        return new Form(name, operands, least, most, both(EVERYWHERE, options));
    }

    Optional<Option> option(String written) {
        for (Option option : options) {
            if (option.names().contains(written)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private static List<Option> both(List<Option> some, List<Option> others) {
        List<Option> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
