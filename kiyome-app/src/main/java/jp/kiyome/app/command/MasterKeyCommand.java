package jp.kiyome.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.KeyStillUsed;
import jp.kiyome.quarantine.store.Organisations;

/**
 * {@code kiyome store keys}, {@code add-key} and {@code drop-keys}: the master keys of a store, of which there is one for all
 * organisations.
 */
final class MasterKeyCommand {

    private final Call call;
    private final Voice voice;

    MasterKeyCommand(Call call) {
        this.call = call;
        this.voice = call.voice();
    }

    ExitCode run() throws FileTrouble {
        try (OpenStore open = OpenStore.of(call)) {
            return switch (call.name()) {
                case "store keys" -> list(open.store().organisations());
                case "store add-key" -> add(open);
                case "store drop-keys" -> drop(open);
                default -> throw new IllegalStateException(call.name());
            };
        } catch (IOException e) {
            throw new FileTrouble(
                    Say.STORE_UNUSABLE,
                    Voice.shown(call.word("--store").orElse("")),
                    Voice.shown(String.valueOf(e.getMessage())));
        }
    }

    private ExitCode list(Organisations organisations) {
        boolean current = true;
        for (Map.Entry<String, List<Organisation>> key :
                organisations.masterKeys().entrySet()) {
            String names = key.getValue().stream().map(Organisation::id).collect(Collectors.joining(" "));
            voice.report(voice.text(current ? Say.MASTER_KEY_CURRENT : Say.MASTER_KEY, key.getKey(), names));
            current = false;
        }
        return ExitCode.OK;
    }

    private ExitCode add(OpenStore open) throws IOException {
        voice.report(
                voice.text(Say.MASTER_KEY_ADDED, open.store().organisations().addMasterKey(open.who())));
        return ExitCode.OK;
    }

    private ExitCode drop(OpenStore open) throws IOException {
        try {
            voice.report(voice.text(
                    Say.MASTER_KEYS_DROPPED, open.store().organisations().dropOtherMasterKeys(open.who())));
            return ExitCode.OK;
        } catch (KeyStillUsed used) {
            voice.complain(Say.MASTER_KEY_USED, used.organisation());
            return ExitCode.INVALID;
        }
    }
}
