package jp.kiyome.app.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import picocli.CommandLine.ParseResult;

/**
 * One call of a command: what stood on the command line, and who listens.
 *
 * @param name the command, with its subcommand
 */
record Call(String name, ParseResult parsed, Voice voice) {

    boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    Optional<Path> path(String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, (Path) null));
    }

    Optional<String> word(String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
    }

    <T> List<T> all(String option) {
        return parsed.matchedOptionValue(option, List.<T>of());
    }

    List<String> operands() {
        return parsed.matchedPositionalValue(0, List.of());
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
