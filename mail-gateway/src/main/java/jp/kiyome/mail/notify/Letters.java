package jp.kiyome.mail.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.relay.Concerning;
import jp.kiyome.mail.relay.Gist;
import jp.kiyome.mail.relay.Notice;
import jp.kiyome.mail.settings.NoticeSettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.outbox.Letter;

/** Writes the letters of one organisation. Immutable. */
final class Letters {

    private static final String RULE = "----------------------------------------";

    private final OrganisationSettings whose;
    private final Composition composition;
    private final Described words;

    Letters(OrganisationSettings whose, NoticeSettings settings, DomainName here, FindingCatalogue catalogue) {
        this.whose = whose;
        this.composition = new Composition(here, settings);
        this.words = new Described(catalogue, whose.language(), settings.zone());
    }

    Described words() {
        return words;
    }

    Letter forAdministrator(Notice notice, Mailbox to, Instant now) {
        Story story = Story.forAdministrators(notice.kind());
        Concerning about = notice.about();
        List<String> lines = new ArrayList<>();
        lines.add(words.say(Wording.TO_ADMINISTRATORS, notice.organisation()));
        List<String> mail = described(notice, about.recipients(), now);
        mail.add(words.say(Wording.DETAIL, about.detail()));
        return letter("notice", story, notice, to, lines, mail, now);
    }

    Letter forRecipient(Notice notice, Story story, Mailbox to, Instant now) {
        List<String> lines = new ArrayList<>(List.of(words.say(Wording.TO_RECIPIENT, to)));
        List<String> mail = described(notice, List.of(), now);
        return letter("recipient", story, notice, to, lines, mail, now);
    }

    private List<String> described(Notice notice, List<Mailbox> recipients, Instant now) {
        Concerning about = notice.about();
        Untrusted sender = Untrusted.of(about.sender().map(Mailbox::toString).orElse(""));
        return words.mail(notice.reference(), now, sender, recipients, title(about), reason(notice));
    }

    private Letter letter(
            String kind, Story story, Notice notice, Mailbox to, List<String> lines, List<String> mail, Instant now) {
        lines.addAll(List.of("", words.say(story.happened()), ""));
        lines.addAll(mail);
        lines.addAll(List.of("", words.say(Wording.WHAT_TO_DO), words.say(story.toDo())));
        lines.add(words.ask(whose.link(), notice.reference()));
        String subject = words.say(story.subject(), words.title(title(notice.about())));
        String name =
                LetterName.of(kind, notice.kind().name(), notice.organisation(), notice.reference(), to.toString());
        return letter(name, kind, to, Optional.of(notice.about()), subject, lines, now);
    }

    private static Untrusted title(Concerning mail) {
        return mail.gist().map(Gist::title).orElse(Untrusted.nothing());
    }

    /** Why, in words. */
    private String reason(Notice notice) {
        Optional<Finding> found = notice.about().report().flatMap(Report::reason);
        boolean rebuilt = notice.about()
                .report()
                .filter(report -> report.verdict() == Verdict.REBUILT)
                .isPresent();
        return switch (notice.kind()) {
            case UNDELIVERED, NEXT_HOP -> words.reason("");
            case RULE, RULE_FOR_RECIPIENTS, REJECTED -> words.say(Wording.BY_RULE);
            case BLOCKED, LOCKED, GAVE_UP, FAILED, STORE ->
                found.map(finding -> words.reason(finding.kind().code()))
                        .orElseGet(() -> words.say(rebuilt ? Wording.BY_RULE : Wording.UNKNOWN_REASON));
        };
    }

    /** A letter of any kind, with what stands under all of them. */
    Letter letter(
            String name,
            String kind,
            Mailbox to,
            Optional<Concerning> about,
            String subject,
            List<String> lines,
            Instant now) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(List.of("", RULE, words.say(Wording.CLOSING)));
        String mail = composition.write(name, words.say(Wording.SENDER_NAME), to, subject, all, now);
        return Letter.of(name, kind, to.toString(), about.map(Concerning::item), mail, now);
    }

    /** What stands for the letters that were withheld. */
    Letter withheld(Mailbox to, long letters, Instant now) {
        List<String> lines = List.of(
                words.say(Wording.TO_RECIPIENT, to),
                "",
                words.say(Wording.WITHHELD, letters),
                "",
                words.say(Wording.WHAT_TO_DO),
                words.say(Wording.WITHHELD_DO));
        String name = LetterName.of("withheld", to.toString(), Long.toString(now.toEpochMilli()));
        return letter(name, "withheld", to, Optional.empty(), words.say(Wording.WITHHELD_SUBJECT, letters), lines, now);
    }

    /** Something that others have worded, for administrators. */
    Letter announcement(String name, Mailbox to, Bilingual subject, Bilingual text, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(Wording.TO_ADMINISTRATORS, whose.organisation().id()));
        lines.add("");
        lines.addAll(text.in(whose.language()).lines().toList());
        return letter(name, "alert", to, Optional.empty(), subject.in(whose.language()), lines, now);
    }
}
