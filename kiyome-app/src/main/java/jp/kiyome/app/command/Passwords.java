package jp.kiyome.app.command;

import java.io.ByteArrayInputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.run.FileWorker;
import jp.kiyome.app.say.Say;
import jp.kiyome.core.charset.CharsetDetector;
import jp.kiyome.core.charset.CharsetGuess;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.MalformedText;

/** Where passwords come from. Only {@code --password} can be seen by other users of the machine, in the list of processes. */
final class Passwords {

    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_HINT_BYTES = 1 << 20;

    private Passwords() {}

    /** All that were given, in the order to try them, and all texts that may name others. */
    static FileWorker.Keys of(Call call) throws FileTrouble {
        List<String> passwords = new ArrayList<>(call.all("--password"));
        if (call.word("--password-file").isPresent()) {
            passwords.addAll(lines(call, call.word("--password-file").get()));
        }
        if (call.has("--ask-password")) {
            passwords.add(asked(call));
        }
        List<String> hints = new ArrayList<>();
        for (String hint : call.all("--password-hint")) {
            hints.add(hint.startsWith("@") ? text(hint.substring(1)) : hint);
        }
        return new FileWorker.Keys(passwords, String.join("\n", hints));
    }

    /** A text in whatever charset mails are in. */
    private static String text(String file) throws FileTrouble {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(MOST_HINT_BYTES);
            Encoding encoding = CharsetDetector.of(List.of(bytes))
                    .map(CharsetGuess::encoding)
                    .orElse(Encoding.US_ASCII);
            return encoding.decode(bytes);
        } catch (IOException e) {
            throw FileTrouble.reading(file, e);
        } catch (MalformedText e) {
            throw FileTrouble.reading(file, new CharacterCodingException());
        }
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
