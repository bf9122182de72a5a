package jp.kiyome.app.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.CheckedStore;
import jp.kiyome.quarantine.store.Retention;
import jp.kiyome.quarantine.store.StoreFault;
import jp.kiyome.quarantine.store.Sweeper;

/** {@code kiyome store}: checks a store, sweeps it, and erases what was kept long enough. */
final class StoreCommand {

    /** Long enough for the slowest writer to name what it wrote. */
    private static final Duration GRACE = Duration.ofHours(6);

    private final Call call;

    StoreCommand(Call call) {
        this.call = call;
    }

    ExitCode run() throws FileTrouble {
        Voice voice = call.voice();
        try (OpenStore open = OpenStore.of(call)) {
            ExitCode code = ExitCode.OK;
            for (Organisation organisation : open.organisations()) {
                code = code.worse(
                        switch (call.name()) {
                            case "store check" -> check(open, organisation, voice);
                            case "store sweep" -> sweep(open, organisation, voice);
                            case "store erase" -> erase(open, organisation, voice);
                            case "store rewrap" -> rewrap(open, organisation, voice);
                            default -> throw new IllegalStateException(call.name());
                        });
            }
            return code;
        } catch (IOException e) {
            throw new FileTrouble(
                    Say.STORE_UNUSABLE,
                    Voice.shown(call.word("--store").orElse("")),
                    Voice.shown(String.valueOf(e.getMessage())));
        }
    }

    private static ExitCode check(OpenStore open, Organisation organisation, Voice voice) {
        CheckedStore checked = open.store().check().check(organisation, open.who());
        for (StoreFault fault : checked.faults()) {
            voice.report(organisation + "  " + fault);
        }
        voice.report(voice.text(
                Say.STORE_CHECKED,
                organisation,
                checked.items(),
                checked.blobs(),
                checked.bytes(),
                checked.faults().size()));
        return checked.clean() ? ExitCode.OK : ExitCode.INVALID;
    }

    private static ExitCode sweep(OpenStore open, Organisation organisation, Voice voice) throws IOException {
        Sweeper.Swept swept = open.store()
                .sweeper()
                .sweep(organisation, open.who(), Instant.now().minus(GRACE));
        for (StoreFault fault : swept.missing()) {
            voice.report(organisation + "  " + fault);
        }
        voice.report(voice.text(
                Say.STORE_SWEPT,
                organisation,
                swept.unfinished(),
                swept.orphans(),
                swept.missing().size()));
        return swept.missing().isEmpty() ? ExitCode.OK : ExitCode.INVALID;
    }

    private static ExitCode erase(OpenStore open, Organisation organisation, Voice voice) {
        Retention.Erased erased = open.store().retention().eraseExpired(organisation, open.who(), Instant.now());
        voice.report(voice.text(Say.STORE_ERASED, organisation, erased.erased(), erased.waiting()));
        return ExitCode.OK;
    }

    private static ExitCode rewrap(OpenStore open, Organisation organisation, Voice voice) {
        open.store().organisations().rewrap(organisation, open.who());
        voice.report(voice.text(Say.STORE_REWRAPPED, organisation));
        return ExitCode.OK;
    }
}
