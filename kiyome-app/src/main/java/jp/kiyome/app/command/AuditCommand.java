package jp.kiyome.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.quarantine.audit.ChainFault;
import jp.kiyome.quarantine.audit.CheckedTrail;
import jp.kiyome.quarantine.audit.Head;
import jp.kiyome.quarantine.export.JsonLine;
import jp.kiyome.quarantine.export.Syslog;
import jp.kiyome.quarantine.export.SyslogTarget;
import jp.kiyome.quarantine.item.Organisation;

/** {@code kiyome audit}: checks and exports audit trails. */
final class AuditCommand {

    private final Call call;
    private final Voice voice;

    AuditCommand(Call call) {
        this.call = call;
        this.voice = call.voice();
    }

    ExitCode verify() throws FileTrouble {
        List<Head> heads = heads();
        try (OpenStore open = OpenStore.of(call)) {
            ExitCode code = ExitCode.OK;
            for (Organisation organisation : open.organisations()) {
                List<Head> exported = heads.stream()
                        .filter(head -> head.organisation().equals(organisation))
                        .toList();
                CheckedTrail checked = open.store().trail().verify(organisation, open.who(), exported);
                for (ChainFault fault : checked.faults()) {
                    voice.report(organisation + "  " + fault);
                }
                int faults = checked.faults().size();
                voice.report(voice.text(
                        Say.TRAIL_CHECKED, organisation, checked.head().number(), exported.size(), faults));
                code = code.worse(checked.clean() ? ExitCode.OK : ExitCode.INVALID);
            }
            return code;
        }
    }

    /** The heads that were copied out before: one a line. */
    private List<Head> heads() throws FileTrouble {
        List<Head> heads = new ArrayList<>();
        Optional<Path> file = call.path("--heads");
        if (file.isPresent()) {
            try {
                for (String line : Files.readAllLines(file.get(), StandardCharsets.US_ASCII)) {
                    heads.add(Head.parse(line));
                }
            } catch (IOException e) {
                throw FileTrouble.reading(file.get(), e);
            } catch (IllegalArgumentException e) {
                throw new FileTrouble(
                        Say.CANNOT_READ, Voice.shown(file.get()), Voice.shown(String.valueOf(e.getMessage())));
            }
        }
        return heads;
    }

    /** Records on standard output as JSON lines, or to a log host; the heads on standard error, to be kept elsewhere. */
    ExitCode export() throws FileTrouble {
        long behind = behind();
        Optional<String> target = call.word("--to");
        try (OpenStore open = OpenStore.of(call)) {
            for (Organisation organisation : open.organisations()) {
                Head head = target.isPresent()
                        ? send(open, organisation, behind, target(target.get()))
                        : open.store()
                                .trail()
                                .export(organisation, open.who(), behind, record -> voice.report(JsonLine.of(record)));
                voice.shell().err().print(head + "\n");
            }
            return ExitCode.OK;
        } catch (IOException | UncheckedIOException e) {
            throw new FileTrouble(
                    Say.LOG_HOST, Voice.shown(target.orElse("")), Voice.shown(String.valueOf(e.getMessage())));
        }
    }

    private Head send(OpenStore open, Organisation organisation, long behind, SyslogTarget target) throws IOException {
        String self = voice.shell().environment().getOrDefault("HOSTNAME", "-");
        SSLSocketFactory trusted = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Syslog syslog = Syslog.connect(target, trusted, self)) {
            return open.store().trail().export(organisation, open.who(), behind, syslog::send);
        }
    }

    private static SyslogTarget target(String written) {
        try {
            return SyslogTarget.parse(written);
        } catch (IllegalArgumentException e) {
            throw new Usage(Say.NOT_A_LOG_HOST, Voice.shown(written));
        }
    }

    private long behind() {
        String digits = call.word("--after").orElse("0");
        if (!digits.matches("[0-9]{1,15}")) {
            throw new Usage(Say.NOT_A_NUMBER, "--after", 999_999_999_999_999L);
        }
        return Long.parseLong(digits);
    }
}
