package jp.kiyome.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.InputFile;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.report.ReportText;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.address.Network;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.relay.Trial;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.rules.Explanation;
import jp.kiyome.mail.settings.OrganisationSettings;

/** {@code kiyome rules test}: tells what the gateway's rules make of a mail, and why; sends and keeps nothing. */
final class RulesCommand {

    private final Call call;
    private final Workshop workshop;
    private final Voice voice;

    RulesCommand(Call call, Workshop workshop) {
        this.call = call;
        this.workshop = workshop;
        this.voice = call.voice();
    }

    ExitCode run() throws FileTrouble {
        Path file = call.path("--settings").orElseThrow(() -> new Usage(Say.MISSING_ARGUMENT, "--settings"));
        Optional<GatewayRead> read = GatewayRead.of(file, workshop, voice);
        if (read.isEmpty()) {
            return ExitCode.INVALID;
        }
        try (Enclosure enclosure = Enclosure.waiting(call, workshop.workers(), 1);
                Workspace workspace = Workspace.inTempDirectory();
                AllSources sources = new AllSources()) {
            InputFile mail = InputFile.onDisk(Call.toPath(call.operands().getFirst()), Path.of(""));
            Content content = content(mail, read.get(), workspace);
            tell(trial(read.get(), enclosure, sources)
                    .of(sender(), recipients(read.get()), client(), content, workspace));
        }
        return ExitCode.OK;
    }

    private static Content content(InputFile mail, GatewayRead read, Workspace workspace) throws FileTrouble {
        try (InputStream stream = mail.open()) {
            return workspace.copyOf(stream, read.settings().limits().size());
        } catch (IOException e) {
            throw FileTrouble.reading(mail.path(), e);
        }
    }

    private Trial trial(GatewayRead read, Enclosure enclosure, AllSources sources) {
        Optional<JailRule> strictest =
                read.jails().stream().flatMap(Optional::stream).min(JailRule::compareTo);
        Papers papers = Papers.unsigned(workshop);
        Map<String, Rebuilding> made = new HashMap<>();
        for (OrganisationSettings one : read.settings().parts()) {
            Workshop.Chosen chosen = read.policyOf(one);
            made.put(
                    one.name(),
                    MailRebuilding.of(
                            chosen,
                            policy -> enclosure.sanitizer(workshop, policy, strictest, 0),
                            sources.of(chosen),
                            papers));
        }
        return new Trial(
                read.settings(),
                one -> Optional.ofNullable(made.get(one.name())).orElseThrow(),
                InstantSource.system());
    }

    private Optional<Mailbox> sender() {
        Optional<String> said = call.word("--from").filter(text -> !text.isEmpty() && !text.equals("<>"));
        return said.map(RulesCommand::mailbox);
    }

    /** Without any, somebody of the one organisation there is. */
    private List<Mailbox> recipients(GatewayRead read) {
        List<Mailbox> recipients =
                call.all("--to").stream().map(RulesCommand::mailbox).toList();
        if (!recipients.isEmpty()) {
            return recipients;
        }
        if (read.settings().organisations().size() != 1) {
            throw new Usage(Say.MISSING_ARGUMENT, "--to");
        }
        return read.settings().organisations().getFirst().domains().stream()
                .map(DomainName::name)
                .sorted()
                .limit(1)
                .map(domain -> mailbox("postmaster@" + domain))
                .toList();
    }

    private static Mailbox mailbox(String text) {
        return Mailbox.read(text).orElseThrow(() -> new Usage(Say.NOT_A_MAILBOX, Voice.shown(text)));
    }

    private Optional<InetAddress> client() {
        return call.word("--client-ip")
                .map(text -> Network.literal(text).orElseThrow(() -> new Usage(Say.NOT_A_CLIENT, Voice.shown(text))));
    }

    private void tell(Trial.Result result) {
        ReportText words = new ReportText(workshop::catalogue, voice.language());
        result.nowhere().forEach(recipient -> voice.report(voice.text(Say.RULES_NOWHERE, Voice.shown(recipient))));
        for (Trial.Told told : result.told()) {
            String whom = String.join(
                    ", ", told.recipients().stream().map(Mailbox::toString).toList());
            Say part = told.outbound() ? Say.RULES_PART_OUTBOUND : Say.RULES_PART;
            voice.report(voice.text(part, told.part(), Voice.shown(whom)));
            String why =
                    words.reason(told.report()).map(reason -> "  " + reason).orElse("");
            voice.report(
                    "  " + voice.text(Say.RULES_REPORT, words.word(told.report().verdict()) + why));
            Explanation.of(told.rules(), told.decision(), told.report(), voice.language())
                    .forEach(line -> voice.report("  " + line));
        }
        if (result.told().size() > 1) {
            result.told().stream()
                    .filter(told -> told.decision().end() == Decision.End.REJECT)
                    .findFirst()
                    .filter(told -> !result.refused())
                    .ifPresent(told -> voice.report(voice.text(Say.RULES_REFUSED)));
        }
    }

    /** Those that policies want asked, until the command ends. */
    private static final class AllSources implements AutoCloseable {

        private final List<Sources> all = new ArrayList<>();

        Sources of(Workshop.Chosen chosen) {
            Sources sources = Sources.of(chosen);
            all.add(sources);
            return sources;
        }

        @Override
        public void close() {
            all.forEach(Sources::close);
        }
    }
}
