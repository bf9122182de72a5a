package jp.kiyome.approval.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.deputy.Deputation;
import jp.kiyome.approval.deputy.Herald;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.text.Language;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.outbox.Outbox;

/** Writes letters about deputies into the outbox, to those of the two who have not done it themselves. Threads share it. */
public final class DeputyLetters implements Herald {

    private final Outbox outbox;
    private final Function<Organisation, Optional<MailSettings>> settings;
    private final Links links;

    public DeputyLetters(Outbox outbox, Function<Organisation, Optional<MailSettings>> settings, Links links) {
        this.outbox = outbox;
        this.settings = settings;
        this.links = links;
    }

    @Override
    public void tell(Change change, Deputation one, Occasion occasion, Person by, Untrusted reason) {
        settings.apply(change.rows().organisation()).ifPresent(how -> Stream.of(one.approver(), one.deputy())
                .filter(name -> !name.equals(by.name()))
                .flatMap(name -> Accounts.find(change.rows(), name).stream())
                .filter(account -> !account.locked())
                .map(Account::person)
                .filter(person -> MailSettings.isAddress(person.mail()))
                .forEach(person ->
                        put(change, how, person, lines(how, person, one, occasion, by, reason), one, occasion)));
    }

    private List<String> lines(
            MailSettings how, Person to, Deputation one, Occasion occasion, Person by, Untrusted reason) {
        Language language = how.language();
        Locale locale = language == Language.ENGLISH ? Locale.ENGLISH : Locale.JAPANESE;
        NoticeText happened =
                switch (occasion) {
                    case NAMED -> NoticeText.DEPUTY_NAMED;
                    case ENDED -> NoticeText.DEPUTY_ENDED;
                };
        List<String> lines = new ArrayList<>(List.of(
                NoticeText.TO.text(to.fullName()).in(language),
                "",
                happened.text().in(language),
                "",
                NoticeText.DEPUTY_APPROVER.text(one.approver().value()).in(language),
                NoticeText.DEPUTY.text(one.deputy().value()).in(language),
                NoticeText.DEPUTY_TIME
                        .text(PlainTime.of(one.from(), locale), PlainTime.of(one.until(), locale))
                        .in(language),
                NoticeText.DEPUTY_BY.text(by.name().value()).in(language)));
        if (!reason.isEmpty()) {
            lines.add(NoticeText.REASON.text(reason).in(language));
        }
        lines.add("");
        lines.add(links.toDeputies()
                .map(NoticeText.LINK::text)
                .orElseGet(NoticeText.NO_LINK::text)
                .in(language));
        lines.addAll(List.of(
                "",
                "----------------------------------------",
                NoticeText.CLOSING.text().in(language)));
        return lines;
    }

    private void put(
            Change change, MailSettings how, Person to, List<String> lines, Deputation one, Occasion occasion) {
        NoticeText subject =
                switch (occasion) {
                    case NAMED -> NoticeText.DEPUTY_NAMED_SUBJECT;
                    case ENDED -> NoticeText.DEPUTY_ENDED_SUBJECT;
                };
        String words = String.join("\n", "deputy", occasion.name(), one.id().toString(), to.mail());
        String name = Digest.of(HeapContent.of(words.getBytes(StandardCharsets.UTF_8)))
                .sha256();
        PlainMail mail = new PlainMail(
                how,
                name,
                NoticeText.SENDER_NAME.text().in(how.language()),
                to.mail(),
                subject.text(one.approver().value()).in(how.language()),
                lines,
                change.now());
        outbox.put(
                change,
                Letter.of(name, "deputy", to.mail(), Optional.empty(), mail.written(), change.now()),
                how.mostAnHour());
    }
}
