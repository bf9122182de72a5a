package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.receipt.KeyPairFile;

/** Where this user's key pair is (XDG Base Directory Specification). */
final class KeyDirectory {

    private KeyDirectory() {}

    static Path of(Call call) throws FileTrouble {
        return call.path("--key-dir").orElseGet(() -> usual(call.voice().shell().environment()));
    }

    private static Path usual(Map<String, String> environment) {
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        // The specification: a path that is not absolute does not count.
        Path base = configured.startsWith("/")
                ? Path.of(configured)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config");
        return base.resolve("kiyome");
    }

    /** The pair; made when there is none. */
    static KeyPairFile open(Call call) throws FileTrouble {
        Path directory = of(call);
        try {
            return KeyPairFile.openOrCreate(directory);
        } catch (IOException e) {
            throw new FileTrouble(
                    Say.KEY_UNUSABLE, Voice.shown(directory), Voice.shown(String.valueOf(e.getMessage())));
        }
    }
}
