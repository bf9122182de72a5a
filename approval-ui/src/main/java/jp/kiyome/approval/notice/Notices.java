package jp.kiyome.approval.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.Approvers;
import jp.kiyome.approval.request.Messenger;
import jp.kiyome.approval.request.News;
import jp.kiyome.approval.request.Phase;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.text.EncodedWords;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.text.Language;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.outbox.Outbox;

/**
 * Writes letters about requests into the outbox, from where the organisation's mail gateway sends them with the null sender. Each person is
 * told the same thing of a request once; of an organisation without settings nobody is told. Threads share it.
 */
public final class Notices implements Messenger {

    private final Outbox outbox;
    private final Function<Organisation, Optional<MailSettings>> settings;
    private final Links links;

    public Notices(Outbox outbox, Function<Organisation, Optional<MailSettings>> settings, Links links) {
        this.outbox = outbox;
        this.settings = settings;
        this.links = links;
    }

    @Override
    public void tell(Change change, News news) {
        settings.apply(change.rows().organisation()).ifPresent(how -> {
            Writing writing = new Writing(change, how, news);
            switch (news) {
                case News.YourTurn turn ->
                    Approvers.of(change.rows(), turn.request(), turn.turns(), change.now())
                            .forEach(person -> writing.turn(person, turn));
                case News.Result result ->
                    Accounts.find(change.rows(), result.request().requester())
                            .filter(account -> !account.locked())
                            .map(Account::person)
                            .ifPresent(writing::result);
            }
        });
    }

    /** The letters of one piece of news. */
    private final class Writing {

        private final Change change;
        private final MailSettings how;
        private final Request request;
        private final Item item;
        private final List<String> lines = new ArrayList<>();

        Writing(Change change, MailSettings how, News news) {
            this.change = change;
            this.how = how;
            this.request = news.request();
            this.item = news.item();
        }

        private String say(NoticeText what, Object... values) {
            return what.text(values).in(how.language());
        }

        /** Escaped and short, whatever it is. */
        private String title() {
            Untrusted title = item.arrival().title();
            Untrusted read = item.arrival().kind() == Kind.MAIL ? EncodedWords.read(title) : title;
            return read.isEmpty() ? say(NoticeText.UNTITLED) : read.toString();
        }

        void turn(Person person, News.YourTurn turn) {
            lines.clear();
            NoticeText subject =
                    switch (turn.why()) {
                        case ASKED -> NoticeText.ASKED_SUBJECT;
                        case REMINDED -> NoticeText.REMINDED_SUBJECT;
                        case ESCALATED -> NoticeText.ESCALATED_SUBJECT;
                    };
            NoticeText happened =
                    switch (turn.why()) {
                        case ASKED -> NoticeText.ASKED;
                        case REMINDED -> NoticeText.REMINDED;
                        case ESCALATED -> NoticeText.ESCALATED;
                    };
            begin(person, happened);
            lines.add(say(NoticeText.REQUESTER, request.requester()));
            lines.add(say(NoticeText.REASON, request.reason()));
            if (request.progress().hasDeadline()) {
                Locale locale = how.language() == Language.ENGLISH ? Locale.ENGLISH : Locale.JAPANESE;
                lines.add(
                        say(NoticeText.DEADLINE, PlainTime.of(request.progress().deadline(), locale)));
            }
            String what = turn.why() + " " + request.progress().step();
            put(person, "request-turn", what, subject, links.toDecide(request));
        }

        void result(Person person) {
            lines.clear();
            NoticeText subject = subject(request.phase());
            begin(person, happened(request.phase()));
            if (request.phase() != Phase.LAPSED) {
                lines.add(say(NoticeText.DECIDED_BY, Untrusted.of(request.decidedBy())));
                if (!request.comment().isEmpty()) {
                    lines.add(say(NoticeText.COMMENT, request.comment()));
                }
            }
            put(person, "request-result", request.phase().name(), subject, links.toRequest(request));
        }

        private void begin(Person person, NoticeText happened) {
            lines.addAll(List.of(say(NoticeText.TO, person.fullName()), "", say(happened), ""));
            lines.add(say(NoticeText.TITLE, title()));
            lines.add(
                    switch (request.wanted()) {
                        case SANITIZED -> say(NoticeText.SANITIZED);
                        case ORIGINAL -> say(NoticeText.ORIGINAL);
                    });
        }

        /** Who has no address, or one that no field can hold, sees it on the pages alone. */
        private void put(Person person, String kind, String what, NoticeText subject, Optional<String> link) {
            if (!MailSettings.isAddress(person.mail())) {
                return;
            }
            lines.addAll(
                    List.of("", link.map(to -> say(NoticeText.LINK, to)).orElseGet(() -> say(NoticeText.NO_LINK))));
            lines.addAll(List.of("", "----------------------------------------", say(NoticeText.CLOSING)));
            String name = name(kind, what, request.id().toString(), person.mail());
            PlainMail mail = new PlainMail(
                    how, name, say(NoticeText.SENDER_NAME), person.mail(), say(subject, title()), lines, change.now());
            Letter letter = Letter.of(name, kind, person.mail(), Optional.of(item.id()), mail.written(), change.now());
            outbox.put(change, letter, how.mostAnHour());
        }

        private static String name(String... words) {
            byte[] all = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
            return Digest.of(HeapContent.of(all)).sha256();
        }
    }

    private static NoticeText subject(Phase phase) {
        return switch (phase) {
            case APPROVED -> NoticeText.APPROVED_SUBJECT;
            case RETURNED -> NoticeText.RETURNED_SUBJECT;
            case DENIED -> NoticeText.DENIED_SUBJECT;
            case LAPSED, OPEN, RECALLED -> NoticeText.LAPSED_SUBJECT;
        };
    }

    private static NoticeText happened(Phase phase) {
        return switch (phase) {
            case APPROVED -> NoticeText.APPROVED;
            case RETURNED -> NoticeText.RETURNED;
            case DENIED -> NoticeText.DENIED;
            case LAPSED, OPEN, RECALLED -> NoticeText.LAPSED;
        };
    }
}
