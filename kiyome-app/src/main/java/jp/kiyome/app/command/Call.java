package jp.kiyome.app.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;

/**
 * One call of a command: what stood on the command line, and who listens.
 *
 * @param arguments checked against the command's form
 */
record Call(Arguments arguments, Voice voice) {

    String name() {
        return arguments.form().name();
    }

    boolean has(String option) {
        return arguments.values().containsKey(option);
    }

    Optional<String> word(String option) {
        return all(option).stream().findFirst();
    }

    Optional<Path> path(String option) throws FileTrouble {
        Optional<String> word = word(option);
        return word.isEmpty() ? Optional.empty() : Optional.of(toPath(word.get()));
    }

    List<String> all(String option) {
        return arguments.values().getOrDefault(option, List.of());
    }

    List<String> operands() {
        return arguments.operands();
    }

    /** A path, or the trouble with a name that the system cannot have. */
    static Path toPath(String operand) throws FileTrouble {
        try {
            return Path.of(operand);
        } catch (InvalidPathException e) {
            throw new FileTrouble(Say.NO_SUCH_FILE, Voice.shown(operand));
        }
    }
}
