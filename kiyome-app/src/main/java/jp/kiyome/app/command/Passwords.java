package jp.kiyome.app.command;

import java.io.ByteArrayInputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.Say;

/** Where passwords come from. Only {@code --password} can be seen by other users of the machine, in the list of processes. */
final class Passwords {

    private static final int MOST_BYTES = 1 << 16;

    private Passwords() {}

    /** All that were given, in the order to try them. */
    static List<String> of(Call call) throws FileTrouble {
        List<String> passwords = new ArrayList<>(call.all("--password"));
        if (call.word("--password-file").isPresent()) {
            passwords.addAll(lines(call, call.word("--password-file").get()));
        }
        if (call.has("--ask-password")) {
            passwords.add(asked(call));
        }
        return passwords;
    }

    private static List<String> lines(Call call, String file) throws FileTrouble {
        if (file.equals("-") && call.operands().contains("-")) {
            throw new Usage(Say.STDIN_TWICE);
        }
        try (InputStream in = file.equals("-")
                ? new ByteArrayInputStream(call.voice().shell().in().readNBytes(MOST_BYTES))
                : Files.newInputStream(Path.of(file))) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw FileTrouble.reading(file, e);
        }
    }

    private static String asked(Call call) {
        Console console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            throw new Usage(Say.NO_TERMINAL);
        }
        char[] typed = console.readPassword("%s", call.voice().text(Say.PASSWORD_PROMPT));
        return typed == null ? "" : new String(typed);
    }
}
