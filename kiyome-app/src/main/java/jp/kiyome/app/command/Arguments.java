package jp.kiyome.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;

/**
 * Reads the command line (POSIX Utility Conventions, with long options). Written for its start: the usual library needs
 * 0.25 s to load, since its classes are of a version that the JDK's ahead-of-time cache does not take; that is more than
 * all the rest of a small file's way.
 *
 * @param form of the command that was called
 * @param values by the option's long name, in their order; an empty text for one that takes none
 * @param operands what is no option
 */
record Arguments(Form form, Map<String, List<String>> values, List<String> operands) {

    /**
     * Reads all of it.
     *
     * @throws Usage for anything that no command takes
     */
    static Arguments read(List<String> words) {
        Reader reader = new Reader(words);
        Form form = reader.form();
        reader.readAs(form);
        Arguments read = new Arguments(form, reader.values, List.copyOf(reader.operands));
        if (!read.values.containsKey("--help")) {
            read.check();
        }
        return read;
    }

    private void check() {
        if (operands.size() < form.least()) {
            throw new Usage(Say.MISSING_ARGUMENT, form.operands());
        }
        if (operands.size() > form.most()) {
            throw new Usage(Say.UNKNOWN_ARGUMENT, Voice.shown(operands.get(form.most())));
        }
    }

    private static final class Reader {

        private final List<String> words;
        private final Map<String, List<String>> values = new HashMap<>();
        private final List<String> operands = new ArrayList<>();
        private int at;

        Reader(List<String> words) {
            this.words = words;
        }

        /** The options before a command are the program's; then comes the command, of one word or two. */
        Form form() {
            while (at < words.size() && words.get(at).startsWith("-")) {
                option(Form.ROOT, words.get(at++));
            }
            if (at == words.size()) {
                return Form.ROOT;
            }
            String one = words.get(at);
            String two = at + 1 < words.size() ? one + " " + words.get(at + 1) : one;
            for (Form form : Form.COMMANDS) {
                if (form.name().equals(one) || form.name().equals(two)) {
                    at += form.name().equals(one) ? 1 : 2;
                    return form;
                }
            }
            throw new Usage(Say.UNKNOWN_COMMAND, Voice.shown(isHalf(one) ? two : one));
        }

        private static boolean isHalf(String word) {
            return Form.COMMANDS.stream().anyMatch(form -> form.name().startsWith(word + " "));
        }

        void readAs(Form form) {
            boolean options = true;
            while (at < words.size()) {
                String word = words.get(at++);
                if (options && word.equals("--")) {
                    options = false;
                } else if (options && word.startsWith("-") && word.length() > 1) {
                    option(form, word);
                } else {
                    operands.add(word);
                }
            }
        }

        private void option(Form form, String word) {
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            boolean attached = !word.startsWith("--") && word.length() > 2;
            String name = equals > 0 ? word.substring(0, equals) : attached ? word.substring(0, 2) : word;
            Optional<String> value = equals > 0
                    ? Optional.of(word.substring(equals + 1))
                    : attached ? Optional.of(word.substring(2)) : Optional.empty();
            Option option = form.option(name).orElseThrow(() -> new Usage(Say.UNKNOWN_ARGUMENT, Voice.shown(word)));
            if (option.takes() == Option.Takes.NOTHING) {
                if (value.isPresent()) {
                    throw new Usage(Say.UNKNOWN_ARGUMENT, Voice.shown(word));
                }
                values.put(option.name(), List.of(""));
                return;
            }
            List<String> all = values.computeIfAbsent(option.name(), any -> new ArrayList<>());
            if (!all.isEmpty() && option.takes() == Option.Takes.ONE_VALUE) {
                throw new Usage(Say.GIVEN_TWICE, option.name());
            }
            all.add(value.orElseGet(() -> next(option)));
        }

        /** A value that starts with two dashes is more likely a forgotten one; {@code --option=value} says it anyway. */
        private String next(Option option) {
            if (at == words.size() || words.get(at).startsWith("--")) {
                throw new Usage(Say.MISSING_ARGUMENT, option.name());
            }
            return words.get(at++);
        }
    }
}
