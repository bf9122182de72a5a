package jp.kiyome.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.InputFile;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.bridge.asking.Asked;
import jp.kiyome.bridge.asking.Opinion;
import jp.kiyome.bridge.asking.Verdicts;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.ContentTooLarge;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.link.WebLink;
import jp.kiyome.core.text.Ascii;

/** {@code kiyome scan}: asks the sources of the policy about files as they are, or about themselves. */
final class ScanCommand {

    private static final long MOST_BYTES = 16L << 30;

    private final Call call;
    private final Workshop workshop;
    private final Voice voice;

    ScanCommand(Call call, Workshop workshop) {
        this.call = call;
        this.workshop = workshop;
        this.voice = call.voice();
    }

    ExitCode run() throws FileTrouble {
        boolean probe = call.has("--probe");
        if (!probe && call.operands().isEmpty() && call.all("--url").isEmpty()) {
            throw new Usage(Say.MISSING_ARGUMENT, "FILE");
        }
        List<Submission.OfUrl> addresses =
                call.all("--url").stream().map(ScanCommand::address).toList();
        VerdictPolicy policy = workshop.policy(call).verdicts();
        if (policy.sources().isEmpty()) {
            voice.complain(Say.SCAN_NOBODY);
            return ExitCode.USAGE;
        }
        try (Verdicts verdicts = Verdicts.of(policy, Optional.empty(), ThreatListener.none())) {
            if (probe) {
                return probe(verdicts, policy.time());
            }
            ExitCode worst = call.operands().isEmpty() ? ExitCode.OK : files(verdicts, policy);
            for (Submission.OfUrl address : addresses) {
                worst = worst.worse(tell(Voice.shown(address.url()), verdicts.ask(address), policy));
            }
            return worst;
        }
    }

    /** An address in the one form that sources are asked about. */
    private static Submission.OfUrl address(String word) {
        return WebLink.canonical(word)
                .filter(link -> !link.startsWith("mailto:"))
                .map(Submission.OfUrl::new)
                .orElseThrow(() -> new Usage(Say.NOT_AN_ADDRESS, Voice.shown(word)));
    }

    private ExitCode tell(Object what, Asked asked, VerdictPolicy policy) {
        Action action = asked.action(policy.rules());
        voice.report(voice.text(Say.SCAN_FILE, what, action.text().in(voice.language())));
        asked.opinions().forEach(this::tell);
        return code(action);
    }

    private ExitCode probe(Verdicts verdicts, Duration time) {
        ExitCode worst = ExitCode.OK;
        for (VerdictSource source : verdicts.sources()) {
            SourceState state = source.state(Deadline.in(time));
            Say say =
                    switch (state.condition()) {
                        case READY -> Say.PROBE_READY;
                        case UNFIT -> Say.PROBE_UNFIT;
                        case DOWN -> Say.PROBE_DOWN;
                    };
            voice.report(voice.text(say, source.name()));
            if (!state.version().isEmpty()) {
                voice.report(voice.text(Say.PROBE_VERSION, Voice.shown(state.version())));
            }
            state.signatureAge(Instant.now())
                    .ifPresent(age -> voice.report(
                            voice.text(Say.PROBE_SIGNATURES, state.signatures().orElseThrow(), age.toDays())));
            state.remarks().forEach(remark -> voice.report(voice.text(Say.PROBE_REMARK, Voice.shown(remark))));
            if (state.condition() != SourceState.Condition.READY) {
                worst = worst.worse(ExitCode.UNAVAILABLE);
            }
        }
        return worst;
    }

    private ExitCode files(Verdicts verdicts, VerdictPolicy policy) throws FileTrouble {
        Inputs inputs = Inputs.of(call);
        ExitCode worst = ExitCode.OK;
        for (FileTrouble trouble : inputs.troubles()) {
            voice.complain(trouble.text(voice));
            worst = worst.worse(ExitCode.IO);
        }
        for (InputFile file : inputs.files()) {
            try {
                worst = worst.worse(file(file, verdicts, policy));
            } catch (FileTrouble trouble) {
                voice.complain(trouble.text(voice));
                worst = worst.worse(ExitCode.IO);
            }
        }
        return worst;
    }

    private ExitCode file(InputFile file, Verdicts verdicts, VerdictPolicy policy) throws FileTrouble {
        try (Workspace workspace = Workspace.inTempDirectory();
                InputStream in = file.open()) {
            Content content = workspace.copyOf(in, MOST_BYTES);
            boolean mail = Ascii.lower(file.name()).endsWith(".eml");
            Asked asked = verdicts.ask(
                    mail ? Submission.mail(content, Envelope.unknown()) : Submission.file(content, file.name()));
            return tell(Voice.shown(file.path()), asked, policy);
        } catch (ContentTooLarge e) {
            throw new FileTrouble(
                    Say.CANNOT_READ, Voice.shown(file.path()), Voice.shown(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw FileTrouble.reading(file.path(), e);
        }
    }

    private void tell(Opinion opinion) {
        String kept = opinion.kept() ? voice.text(Say.SCAN_KEPT) : "";
        String version = opinion.version().map(this::text).orElse("");
        voice.report(voice.text(Say.SCAN_SAID, opinion.source(), text(opinion.verdict()), kept + version));
    }

    private String text(SourceVersion version) {
        return version.signatureAge(Instant.now())
                .map(age -> voice.text(Say.SCAN_SIGNATURES, Voice.shown(version.text()), age.toDays()))
                .orElseGet(() -> voice.text(Say.SCAN_VERSION, Voice.shown(version.text())));
    }

    private String text(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NothingFound nothing -> voice.text(nothing.vouched() ? Say.SCAN_VOUCHED : Say.SCAN_NOTHING);
            case Verdict.Threat threat -> voice.text(Say.SCAN_THREAT, threat.name());
            case Verdict.Suspicious suspicious ->
                voice.text(
                        Say.SCAN_SUSPICIOUS,
                        suspicious.score(),
                        suspicious.reasons().stream().map(Untrusted::toString).collect(Collectors.joining(", ")));
            case Verdict.NotScanned unscanned ->
                voice.text(Say.SCAN_NOT_SCANNED, unscanned.why().text().in(voice.language()), unscanned.detail());
        };
    }

    private static ExitCode code(Action action) {
        return switch (action) {
            case GO_ON -> ExitCode.OK;
            case HOLD -> ExitCode.HELD;
            case BLOCK -> ExitCode.BLOCKED;
        };
    }
}
